import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { CheckboxesField } from '@/components/form/checkboxes-field';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { pageTitle } from '@/components/shell/service';
import { AskedList } from '@/components/spot-checks/asked-list';
import { InsetText } from '@/components/ui/inset-text';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { ProblemView } from '@/components/ui/problem-view';
import { requireActor } from '@/lib/auth/session';
import { resultWords, spotCheckName } from '@/lib/domain/spot-check';
import { formatCount, formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';
import { getOwnSpotCheck, type OwnSpotCheck } from '@/lib/queries/spot-checks/get-own-spot-check';
import { answerSpotCheckAction } from './actions';

type Props = PageProps<'/apply/euos/spot-checks/[id]'>;

const DONE: Record<string, string> = {
  sent: 'The evidence is sent to the assessor',
  saved: 'Your note is saved',
};

export default async function OwnSpotCheckPage({ params, searchParams }: Props) {
  const actor = await requireActor('onboarding:view');
  const { id } = await params;
  const { done } = await searchParams;
  const check = await readPage(() => getOwnSpotCheck(actor, id));
  const back = { href: paths.euos, label: 'End user organisations' } as const;
  if (!check)
    return (
      <SignedInPage actor={actor} title="Problem with the service" back={back}>
        <ProblemView />
      </SignedInPage>
    );
  const told = typeof done === 'string' && Object.hasOwn(DONE, done) ? DONE[done] : undefined;
  const answered = check.items.filter((item) => item.asked && item.answered).length;
  return (
    <SignedInPage actor={actor} back={back}>
      {told ? <NotificationBanner kind="success" heading={told} /> : null}
      {check.mayAnswer && answered > 0 ? (
        <AnswerForm check={check} answered={answered} />
      ) : (
        <>
          <title>{pageTitle(spotCheckName(check.number))}</title>
          <Head check={check} />
          <AskedList check={check} />
          {check.mayAnswer ? (
            <p>Add a file or a note for at least one of them, then you can send it.</p>
          ) : null}
        </>
      )}
    </SignedInPage>
  );
}

/** Whose move it is, and what comes next. */
function situation(check: OwnSpotCheck): string {
  const { state, dueOn, today, items, answeredAt, closedAt } = check;
  if (state === 'cancelled')
    return 'The assessor has cancelled this spot check. You do not need to do anything.';
  if (state === 'closed') {
    const satisfactory = items.filter(({ found }) => found?.satisfactory).length;
    const result = resultWords({ satisfactory, of: items.length });
    const next = satisfactory < items.length ? ' Put right what was not satisfactory.' : '';
    return `The assessor finished it on ${closedAt ? formatDate(closedAt) : ''}: ${result}.${next}`;
  }
  if (state === 'answered')
    return `You sent this on ${answeredAt ? formatDate(answeredAt) : ''}. The assessor is looking at it, and you will get a message when it is finished.`;
  const many = formatCount(items.filter((item) => item.asked).length, 'end user organisation');
  const asked = `The assessor asks ${check.round > 1 ? 'again ' : ''}for the evidence of ${many}`;
  if (today > dueOn)
    return `${asked}. It was due on ${formatDate(dueOn)}. You can still send it until the assessor has finished.`;
  return `${asked} by ${formatDate(dueOn)}.`;
}

function Head({ check }: { check: OwnSpotCheck }) {
  return (
    <>
      <h1 className="nhsuk-heading-l">{spotCheckName(check.number)}</h1>
      <p className="nhsuk-lede-text">{situation(check)}</p>
      {check.state === 'open' ? (
        <p className="app-measure">
          They were drawn by chance on {formatDate(check.drawnOn)}. For each of them, show how you
          checked it before it went live, and how you brought the acceptable use policy to its
          attention.
        </p>
      ) : null}
      {check.cancelReason ? (
        <p className="app-typed" dir="auto">
          ‘{check.cancelReason}’
        </p>
      ) : null}
      {check.message && check.state !== 'cancelled' ? (
        <InsetText>
          <p dir="auto">{check.message}</p>
        </InsetText>
      ) : null}
    </>
  );
}

function AnswerForm({ check, answered }: { check: OwnSpotCheck; answered: number }) {
  const all = check.items.filter((item) => item.asked).length;
  return (
    <Form action={answerSpotCheckAction.bind(null, check.id)} title={spotCheckName(check.number)}>
      <Head check={check} />
      <AskedList check={check} />
      {answered < all ? (
        <CheckboxesField
          name="partly"
          legend={`You have added something for ${answered} of ${all}`}
          legendSize="s"
          hint="What you do not send is marked as it is: with nothing"
          options={[{ value: 'yes', label: 'This is all that we have' }]}
        />
      ) : null}
      <p>The assessor then sees your notes and files, and you cannot change them any more.</p>
      <SubmitButton>Send to the assessor</SubmitButton>
    </Form>
  );
}
