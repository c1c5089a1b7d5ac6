import { redirect } from 'next/navigation';
import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { HistoryCode } from '@/components/application/history-code';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panel';
import { PrintButton } from '@/components/ui/print-button';
import { ProblemView } from '@/components/ui/problem-view';
import { requireActor } from '@/lib/auth/session';
import type { Calendar } from '@/lib/domain/calendar';
import { assessorDueOn } from '@/lib/domain/clock';
import { formatCount, formatDate, formatDateTime } from '@/lib/format';
import { paths } from '@/lib/paths';
import { type DeclarationView, getDeclaration } from '@/lib/queries/apply/get-declaration';
import { getCalendar } from '@/lib/queries/settings/get-calendar';
import { getSetting } from '@/lib/queries/settings/get-setting';

const TITLE = 'Declaration submitted';

export default async function ReceiptPage(props: PageProps<'/apply/[reference]/receipt'>) {
  const actor = await requireActor('application:view');
  const { reference } = await props.params;
  const read = await readPage(async () => {
    const found = await getDeclaration(actor, reference);
    if (!found) return null;
    const days = await getSetting(actor, 'target_days', found.shown.submittedAt);
    const calendar = await getCalendar(actor, found.shown.submittedAt);
    return { view: found, days, calendar };
  });
  const page = { actor, title: TITLE, width: 'narrow' } as const;
  if (!read)
    return (
      <SignedInPage {...page}>
        <ProblemView />
      </SignedInPage>
    );
  const { view, ...counted } = read;
  if (view.shown.takenBack) redirect(paths.application(view.reference));
  return (
    <SignedInPage {...page}>
      <Receipt view={view} {...counted} />
    </SignedInPage>
  );
}

type ReceiptProps = { view: DeclarationView; days: number; calendar: Calendar };

function Receipt({ view, days, calendar }: ReceiptProps) {
  const { reference, shown, mayTakeBack } = view;
  const { frozen, round, submittedAt, signatoryName, chainHead } = shown;
  return (
    <>
      <Panel title={TITLE}>
        Your reference
        <br />
        <strong>{reference}</strong>
      </Panel>
      <p>
        {signatoryName} declared for {frozen.organisation.name} about {frozen.product.name} on{' '}
        {formatDateTime(submittedAt)}.
      </p>
      <h2 className="nhsuk-heading-m">What happens next</h2>
      <p>
        {round > 1 ? 'The same assessor goes on with' : 'An assessor reviews'} your answers. Expect
        to hear by <strong>{formatDate(assessorDueOn(calendar, submittedAt, days))}</strong>,{' '}
        {formatCount(days, 'working day')} after it was submitted. If something is missing, we will
        ask you for it here. Before anything is decided, a second person checks the assessor’s
        recommendation.
      </p>
      <p>
        <strong>This is not clearance to go live.</strong> Wait for the decision.
      </p>
      <ul className="nhsuk-list print:hidden">
        <li>
          <Link href={paths.declaration(reference)}>View or print the declaration</Link>
        </li>
        <li>
          <Link href={paths.timeline(reference)}>Follow what happens</Link>
        </li>
        {mayTakeBack ? (
          <li>
            <Link href={paths.takeBack(reference)}>Take the declaration back to change it</Link>
          </li>
        ) : null}
        <li>
          <Link href={paths.apply}>Your applications</Link>
        </li>
      </ul>
      <h2 className="nhsuk-heading-s">History code</h2>
      <p>
        <HistoryCode code={chainHead} />
      </p>
      <p>
        Keep this code with your records. It stands for everything recorded up to this submission:
        if anybody rewrote that history, it would no longer match.
      </p>
      <PrintButton>Print this receipt</PrintButton>
    </>
  );
}
