import { CaseTitle } from '@/app/assess/[reference]/read-case';
import { DateField } from '@/components/form/date-field';
import { Form } from '@/components/form/form';
import { FormsTitle } from '@/components/form/forms-title';
import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/textarea-field';
import { InsetText } from '@/components/ui/inset-text';
import { addWorkingDays } from '@/lib/domain/clock';
import type { FormValues } from '@/lib/domain/form-state';
import { namesOf } from '@/lib/domain/questions/catalogue';
import { formatDate } from '@/lib/format';
import type { CaseRequest } from '@/lib/queries/assess/case-parts';
import type { CaseView } from '@/lib/queries/assess/get-case';
import { cancelRequestAction, extendRequestAction } from './actions';

const TITLE = 'Change or cancel the request';

type FollowRequestProps = { view: CaseView; request: CaseRequest; kept: FormValues };

/** The open request: more time for the supplier, or taking it back. */
export function FollowRequest({ view, request, kept }: FollowRequestProps) {
  const hidden = { reference: view.reference, version: String(view.version) };
  return (
    <FormsTitle title={TITLE}>
      <CaseTitle view={view}>{TITLE}</CaseTitle>
      <p>
        Sent on {formatDate(request.sentAt)} about {namesOf(request.questionIds)}, due{' '}
        {formatDate(request.dueOn)}.
      </p>
      {request.extensionAskedAt ? (
        <InsetText>
          <p>The supplier asked for more time on {formatDate(request.extensionAskedAt)}:</p>
          <p dir="auto">{request.extensionReason}</p>
        </InsetText>
      ) : null}
      <Form action={extendRequestAction} hidden={hidden} initial={kept} idPrefix="extend-">
        <h2 className="nhsuk-heading-m">Give more time</h2>
        <DateField
          name="dueOn"
          legend="New due date"
          legendSize="s"
          hint={`A working day later than ${formatDate(request.dueOn)}. Five working days more is ${formatDate(addWorkingDays(view.calendar, request.dueOn, 5))}`}
        />
        <SubmitButton>Change the due date</SubmitButton>
      </Form>
      <Form action={cancelRequestAction} hidden={hidden} initial={kept} idPrefix="cancel-">
        <h2 className="nhsuk-heading-m">Cancel the request</h2>
        <p>
          The application comes back to you in the same round. The cancelled request still counts as
          one of three.
        </p>
        <TextareaField
          name="reason"
          label="Reason (optional)"
          labelSize="s"
          hint="The supplier reads it"
          rows={3}
          maxCharacters={2000}
        />
        <SubmitButton variant="warning">Cancel the request</SubmitButton>
      </Form>
    </FormsTitle>
  );
}
