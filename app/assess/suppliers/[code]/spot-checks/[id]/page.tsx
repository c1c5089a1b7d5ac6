import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { pageTitle } from '@/components/shell/service';
import { HowDrawn } from '@/components/spot-checks/how-drawn';
import { SampleList } from '@/components/spot-checks/sample-list';
import { ButtonLink } from '@/components/ui/button-link';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { ProblemView } from '@/components/ui/problem-view';
import { requireActor } from '@/lib/auth/session';
import { resultWords, spotCheckName } from '@/lib/domain/spot-check';
import { formatCount, formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';
import { getSpotCheck, type SpotCheckView } from '@/lib/queries/spot-checks/get-spot-check';
import { closeSpotCheckAction } from './actions';

type Props = PageProps<'/assess/suppliers/[code]/spot-checks/[id]'>;

const DONE: Record<string, string> = {
  drawn: 'The sample is drawn, and the supplier is asked for the evidence',
  marked: 'The mark is saved',
  closed: 'The spot check is finished, and the supplier is told',
  'asked-again': 'The supplier is asked again',
  cancelled: 'The spot check is cancelled, and the supplier is told',
};

export default async function SpotCheckPage({ params, searchParams }: Props) {
  const actor = await requireActor('onboarding:oversee');
  const { code, id } = await params;
  const { done } = await searchParams;
  const view = await readPage(() => getSpotCheck(actor, code, id));
  if (!view)
    return (
      <SignedInPage actor={actor} title="Problem with the service">
        <ProblemView back={{ href: paths.suppliers, label: 'Go to the suppliers' }} />
      </SignedInPage>
    );
  const { supplier, number } = view;
  const told = typeof done === 'string' && Object.hasOwn(DONE, done) ? DONE[done] : undefined;
  const open = view.items.some(({ marked }) => !marked);
  return (
    <SignedInPage
      actor={actor}
      back={{ href: paths.supplierRecord(supplier.record), label: supplier.name }}
    >
      {told ? <NotificationBanner kind="success" heading={told} /> : null}
      {done === 'cancelled-before' && view.state === 'cancelled' ? (
        <NotificationBanner heading="The spot check was cancelled already. The reason given then stands, and yours is not saved" />
      ) : null}
      {view.mayMark && !open ? (
        <Form
          action={closeSpotCheckAction.bind(null, supplier.record, view.id)}
          title={`${spotCheckName(number)} of ${supplier.name}`}
          hidden={{ seen: String(view.seen) }}
        >
          <Head view={view} />
          <SubmitButton>Finish the spot check</SubmitButton>
        </Form>
      ) : (
        <>
          <title>{pageTitle(`${spotCheckName(number)} of ${supplier.name}`)}</title>
          <Head view={view} />
        </>
      )}
      <OtherMoves view={view} />
      <SampleList view={view} />
      <HowDrawn view={view} />
    </SignedInPage>
  );
}

/** Whose move it is, and what comes next. */
function situation(view: SpotCheckView): string {
  const { state, dueOn, today, items, mayMark, result } = view;
  const left = items.filter(({ marked }) => !marked).length;
  if (state === 'cancelled') return 'Cancelled. It counts for nothing.';
  if (state === 'closed') return `Finished: ${resultWords(result)}.`;
  if (state === 'open' && dueOn >= today) {
    const asked = items.filter((item) => item.asked).length;
    const of = asked < items.length ? ` of ${formatCount(asked, 'organisation')}` : '';
    return `The supplier has until ${formatDate(dueOn)} to send the evidence${of}.`;
  }
  const came =
    state === 'open'
      ? `The supplier sent nothing ${view.round > 1 ? 'more ' : ''}by ${formatDate(dueOn)}, so you can mark what is missing.`
      : 'The supplier has sent the evidence.';
  if (view.conflicted)
    return `${came} Another assessor marks it, since you declared a conflict of interest.`;
  if (!mayMark) return `${came} An assessor marks it.`;
  return left > 0
    ? `${came} ${formatCount(left, 'organisation')} to mark.`
    : `${came} Everything is marked: ${resultWords(result)}. The supplier reads the result, and your reasons, once you finish.`;
}

/** Asking again, and cancelling, each on a page of its own. */
function OtherMoves({ view }: { view: SpotCheckView }) {
  const to = (part: 'ask-again' | 'cancel') =>
    paths.spotCheckPart(view.supplier.record, view.id, part);
  if (view.toAskAgain === 0 && !view.mayCancel) return null;
  return (
    <div className="app-buttons">
      {view.toAskAgain > 0 ? (
        <ButtonLink href={to('ask-again')} variant="secondary">
          Ask again
        </ButtonLink>
      ) : null}
      {view.mayCancel ? (
        <ButtonLink href={to('cancel')} variant="secondary">
          Cancel the spot check
        </ButtonLink>
      ) : null}
    </div>
  );
}

function Head({ view }: { view: SpotCheckView }) {
  return (
    <>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{view.supplier.name}</span> {spotCheckName(view.number)}
      </h1>
      <p className="nhsuk-lede-text">{situation(view)}</p>
      {view.cancelReason ? (
        <p dir="auto">
          <strong>Why:</strong> {view.cancelReason}
        </p>
      ) : null}
      {view.message === '' ? null : (
        <p dir="auto">
          <strong>The supplier was asked:</strong> {view.message}
        </p>
      )}
    </>
  );
}
