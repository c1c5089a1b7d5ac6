import { openSpotCheck } from '@/app/assess/suppliers/[code]/spot-checks/[id]/open-spot-check';
import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { DateField } from '@/components/form/date-field';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/textarea-field';
import { requireActor } from '@/lib/auth/session';
import { defaultDueOn } from '@/lib/domain/request';
import { spotCheckName } from '@/lib/domain/spot-check';
import { typedDate } from '@/lib/domain/typed-date';
import { formatCount, formatDate } from '@/lib/format';
import { getCalendar } from '@/lib/queries/settings/get-calendar';
import { getSetting } from '@/lib/queries/settings/get-setting';
import { askAgainAction } from './actions';

type Props = { params: Promise<{ code: string; id: string }> };

export default withProblemView(async ({ params }: Props) => {
  const actor = await requireActor('spot-check:run');
  const { view, kept, record, page } = await openSpotCheck(actor, await params, 'ask-again');
  if (view.toAskAgain === 0) go(page);
  const days = await getSetting(actor, 'request_days');
  const usual = defaultDueOn(await getCalendar(actor), view.today, days);
  const many = formatCount(view.toAskAgain, 'organisation');
  return (
    <SignedInPage
      actor={actor}
      width="narrow"
      back={{ href: page, label: spotCheckName(view.number) }}
    >
      <Form
        action={askAgainAction.bind(null, record, view.id)}
        title={`Ask again: ${spotCheckName(view.number)} of ${view.supplier.name}`}
        initial={{ ...typedDate('dueOn', usual), ...kept }}
      >
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">
            {spotCheckName(view.number)} of {view.supplier.name}
          </span>{' '}
          Ask again
        </h1>
        <p>
          {view.state === 'answered'
            ? `The supplier is asked again for the evidence of ${many}: those that it sent nothing for, and those that are marked as not satisfactory. It reads your reasons for these now. The other marks stand.`
            : `The supplier has sent nothing${view.round > 1 ? ' since it was asked again' : ''}. It gets a new date for the evidence of ${many}.`}
        </p>
        <DateField
          name="dueOn"
          legend="Due date"
          legendSize="s"
          hint={`A working day. ${formatCount(days, 'working day')} from today is ${formatDate(usual)}`}
        />
        <TextareaField
          name="message"
          label="Message"
          labelSize="s"
          hint="What is missing. The supplier reads it above the organisations"
          rows={4}
          maxCharacters={2000}
        />
        <SubmitButton>Ask the supplier again</SubmitButton>
      </Form>
    </SignedInPage>
  );
});
