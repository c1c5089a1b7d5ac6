import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { Clearance } from '@/components/application/clearance';
import { InsetText } from '@/components/ui/inset-text';
import { PrintButton } from '@/components/ui/print-button';
import { ProblemView } from '@/components/ui/problem-view';
import { SummaryList } from '@/components/ui/summary-list';
import { requireActor } from '@/lib/auth/session';
import { OUTCOME_LABELS } from '@/lib/domain/decision';
import { formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';
import { type DecisionView, getDecision } from '@/lib/queries/apply/get-decision';
import { DecisionConditions } from './decision-conditions';
import { WhatNow } from './what-now';

const TITLE = 'Decision';

export default async function DecisionPage(props: PageProps<'/apply/[reference]/decision'>) {
  const actor = await requireActor('application:view');
  const { reference } = await props.params;
  const view = await readPage(() => getDecision(actor, reference));
  const back = { href: paths.application(reference), label: 'Back to the application' } as const;
  return (
    <SignedInPage
      actor={actor}
      title={view ? `${TITLE} on ${view.product}` : TITLE}
      back={back}
      width="narrow"
    >
      {view ? <Decision view={view} /> : <ProblemView />}
    </SignedInPage>
  );
}

function Decision({ view }: { view: DecisionView }) {
  const { reference, product, outcome, reasons, decidedAt, conditions, clearance, against } = view;
  return (
    <>
      <Clearance clearance={clearance} />
      {against ? (
        <InsetText>
          <p>{against}</p>
          <p>
            What to do next: publish a DSPT status of Standards Met or Standards Exceeded of the
            current edition. It counts as soon as a copy of the register here shows it.
          </p>
        </InsetText>
      ) : null}
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{product}</span> {OUTCOME_LABELS[outcome]}
      </h1>
      <SummaryList
        rows={[
          { label: 'Reference', value: reference },
          { label: 'Decided on', value: formatDate(decidedAt) },
          { label: 'Decided by', value: 'The assessor, and a second person who confirmed it' },
        ]}
      />
      {reasons.trim() === '' ? null : (
        <>
          <h2 className="nhsuk-heading-m">Reasons</h2>
          <p className="app-typed">{reasons}</p>
        </>
      )}
      {conditions.length > 0 ? <DecisionConditions conditions={conditions} /> : null}
      <WhatNow view={view} />
      <PrintButton>Print this decision</PrintButton>
    </>
  );
}
