import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { FrozenAnswers } from '@/components/application/frozen-answers';
import { HistoryCode } from '@/components/application/history-code';
import { InsetText } from '@/components/ui/inset-text';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PrintButton } from '@/components/ui/print-button';
import { ProblemView } from '@/components/ui/problem-view';
import { SummaryList } from '@/components/ui/summary-list';
import { requireActor } from '@/lib/auth/session';
import { isStaff } from '@/lib/domain/permissions';
import { registerSays } from '@/lib/domain/register-truth';
import { formatDateTime } from '@/lib/format';
import { type Href, paths } from '@/lib/paths';
import {
  type DeclarationView,
  getDeclaration,
  type Submission,
} from '@/lib/queries/apply/get-declaration';

const TITLE = 'Declaration';

/** A number of the address, or undefined for whatever else stands there. */
const numberOf = (value: string | string[] | undefined): number | undefined =>
  typeof value === 'string' && /^[1-9][0-9]{0,3}$/.test(value) ? Number(value) : undefined;

const nameOf = ({ round, submittedAt, takenBack }: Submission) =>
  `Round ${round}, ${formatDateTime(submittedAt)}${takenBack ? ' (taken back)' : ''}`;

export default async function DeclarationPage(props: PageProps<'/apply/[reference]/declaration'>) {
  const actor = await requireActor('application:view');
  const { reference } = await props.params;
  const { submission, round } = await props.searchParams;
  const wanted = { submission: numberOf(submission), round: numberOf(round) };
  const view = await readPage(() => getDeclaration(actor, reference, wanted));
  const back: { href: Href; label: string } = isStaff(actor)
    ? { href: paths.assessment(reference), label: 'Back to the application' }
    : { href: paths.application(reference), label: 'Back to the application' };
  return (
    <SignedInPage actor={actor} title={view ? `${TITLE} ${view.reference}` : TITLE} back={back}>
      {view ? <Declaration view={view} /> : <ProblemView />}
    </SignedInPage>
  );
}

function Declaration({ view }: { view: DeclarationView }) {
  const { reference, submissions, shown } = view;
  const { frozen, signatoryName, submittedAt } = shown;
  return (
    <article className="app-measure app-declaration">
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{reference}</span> {TITLE}
      </h1>
      {submissions.length > 1 ? (
        <LinkTabs
          label="Submissions"
          tabs={submissions.map((one) => ({
            href: `${paths.declaration(reference)}?submission=${one.number}`,
            label: nameOf(one),
            current: one.number === shown.number,
          }))}
        />
      ) : null}
      {shown.takenBack ? (
        <InsetText>
          <p>The supplier took this submission back. It is kept as it was.</p>
        </InsetText>
      ) : null}
      <SummaryList
        rows={[
          { label: 'Organisation', value: frozen.organisation.name },
          { label: 'ODS code', value: frozen.organisation.odsCode },
          { label: 'Product', value: frozen.product.name },
          { label: 'Submitted', value: `${formatDateTime(submittedAt)}, round ${shown.round}` },
          { label: 'Signatory', value: signatoryName },
          { label: 'Public DSPT register', value: registerSays(frozen.snapshot) },
        ]}
      />
      <PrintButton>Print this declaration</PrintButton>
      <h2 className="nhsuk-heading-m">Answers</h2>
      <FrozenAnswers answers={frozen.answers} unrequested={frozen.unrequested} />
      <section className="app-answer" aria-labelledby="statement">
        <h2 className="nhsuk-heading-m" id="statement">
          Declaration by {signatoryName}
        </h2>
        {frozen.statement.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>
          Submitted by {signatoryName} on {formatDateTime(submittedAt)}.
        </p>
        <p>
          History code: <HistoryCode code={shown.chainHead} />
        </p>
      </section>
    </article>
  );
}
