import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { Form } from '@/components/form/form';
import { FormsTitle } from '@/components/form/forms-title';
import { SelectField } from '@/components/form/select-field';
import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/textarea-field';
import { ProblemView } from '@/components/ui/problem-view';
import { keptWords, requireActor } from '@/lib/auth/session';
import { assessorLabel } from '@/lib/domain/absence';
import type { FormValues } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';
import { getHandOver, type HandOverView } from '@/lib/queries/assess/get-hand-over';
import { declareConflictAction, handOverAction, putBackAction } from './actions';

const TITLE = 'Hand over or put back';

type HandOverProps = { view: HandOverView; kept: FormValues };

function HandOver({ view, kept }: HandOverProps) {
  const { reference, version, colleagues } = view;
  const hidden = { reference, version: String(version) };
  return (
    <>
      <Form action={handOverAction} hidden={hidden} initial={kept} idPrefix="over-">
        <h2 className="nhsuk-heading-m">Hand over to a colleague</h2>
        <SelectField
          name="assigneeId"
          label="Assessor"
          labelSize="s"
          empty="Select an assessor"
          options={colleagues.map((each) => ({
            value: each.personId,
            label: assessorLabel(each),
          }))}
        />
        <TextareaField
          name="note"
          label="Note for staff"
          labelSize="s"
          hint="What they need to know. Suppliers never see this"
          rows={3}
          maxCharacters={2000}
        />
        <SubmitButton>Hand over</SubmitButton>
      </Form>
      <Form action={putBackAction} hidden={hidden} idPrefix="back-">
        <h2 className="nhsuk-heading-m">Put back in the queue</h2>
        <p>Your verdicts and the due date stay. Another assessor can take it.</p>
        <SubmitButton variant="secondary">Put back</SubmitButton>
      </Form>
    </>
  );
}

function Conflict({ view, kept }: HandOverProps) {
  if (view.hasConflict) return <p>You declared a conflict of interest with this application.</p>;
  return (
    <Form
      action={declareConflictAction}
      hidden={{ reference: view.reference }}
      initial={kept}
      idPrefix="conflict-"
    >
      <h2 className="nhsuk-heading-m">Declare a conflict of interest</h2>
      <p>
        You will not be able to review or confirm this application
        {view.isAssignee ? ', and it goes back in the queue' : ''}. This cannot be undone.
      </p>
      <TextareaField
        name="reason"
        label="Reason"
        labelSize="s"
        hint="Suppliers never see this"
        rows={3}
        maxCharacters={2000}
      />
      <SubmitButton variant="secondary">Declare a conflict of interest</SubmitButton>
    </Form>
  );
}

export default async function HandOverPage(props: PageProps<'/assess/[reference]/hand-over'>) {
  const actor = await requireActor('case:view');
  const { reference } = await props.params;
  const view = await readPage(() => getHandOver(actor, reference));
  const kept = view ? ((await keptWords(actor, paths.caseHandOver(view.reference))) ?? {}) : {};
  const back = { href: paths.assessment(reference), label: 'Back to the application' } as const;
  return (
    <SignedInPage actor={actor} {...(!view && { title: TITLE })} back={back} width="narrow">
      {view ? (
        <FormsTitle title={TITLE}>
          <h1 className="nhsuk-heading-l">
            <span className="nhsuk-caption-l">
              {view.product} by {view.supplier}, {view.reference}
            </span>{' '}
            {view.isAssignee ? TITLE : 'Conflict of interest'}
          </h1>
          {view.assignable ? (
            <>
              {view.isAssignee ? <HandOver view={view} kept={kept} /> : null}
              <Conflict view={view} kept={kept} />
            </>
          ) : (
            <p>Nobody has this application now, so there is nothing to hand over.</p>
          )}
        </FormsTitle>
      ) : (
        <ProblemView />
      )}
    </SignedInPage>
  );
}
