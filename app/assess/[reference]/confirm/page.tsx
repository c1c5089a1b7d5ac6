import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { CasePart, CaseTitle } from '@/app/assess/[reference]/read-case';
import { Proof } from '@/app/proof';
import { Form } from '@/components/form/form';
import { FormsTitle } from '@/components/form/forms-title';
import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/textarea-field';
import { CertificateRelied } from '@/components/review/certificate-relied';
import { DsptToday } from '@/components/review/dspt-today';
import { Tag } from '@/components/ui/tag';
import { OUTCOME_LABELS, permittedOutcomes } from '@/lib/domain/decision';
import type { FormValues } from '@/lib/domain/form-state';
import { questionOf } from '@/lib/domain/questions/catalogue';
import { QUESTION_IDS } from '@/lib/domain/questions/types';
import { VERDICT_LABELS } from '@/lib/domain/review';
import { formatDate, formatDateTime } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { CaseRecommendation } from '@/lib/queries/assess/case-parts';
import type { CaseView } from '@/lib/queries/assess/get-case';
import { confirmAction, recallAction, sendBackAction } from './actions';

const TITLE = 'Recommendation';

const label = (id: Parameters<typeof questionOf>[0]) =>
  questionOf(id).number ?? questionOf(id).short;

function Recommended({ recommendation }: { recommendation: CaseRecommendation }) {
  const { outcome, by, at, reasons, conditions } = recommendation;
  return (
    <>
      <p>
        <strong>{OUTCOME_LABELS[outcome]}</strong>, recommended by {by}, {formatDateTime(at)}.
      </p>
      <h2 className="nhsuk-heading-s">Reasons</h2>
      <p className="app-typed" dir="auto">
        {reasons === '' ? 'None given.' : reasons}
      </p>
      {conditions.length > 0 ? (
        <>
          <h2 className="nhsuk-heading-s">Conditions</h2>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {conditions.map((condition) => (
              <li key={condition.questionId} className="app-typed">
                {label(condition.questionId)}: {condition.text} Due {formatDate(condition.dueOn)}.
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

/** Each question's verdicts together, in the order of the section; within one, as they were given. */
const inQuestionOrder = (troubles: CaseView['troubles']) =>
  troubles.toSorted(
    (a, b) => QUESTION_IDS.indexOf(a.questionId) - QUESTION_IDS.indexOf(b.questionId),
  );

/** Everything that was not sufficient at any time, also what was judged otherwise since. */
function Troubles({ view }: { view: CaseView }) {
  return (
    <section aria-labelledby="troubles">
      <h2 className="nhsuk-heading-s" id="troubles">
        What was insufficient or not met at any time
      </h2>
      {view.troubles.length === 0 ? <p>Nothing: every verdict was ‘Sufficient’.</p> : null}
      <ul className="nhsuk-list">
        {inQuestionOrder(view.troubles).map(({ sequence, questionId, round, verdict, note }) => {
          const now = view.questions.find(({ id }) => id === questionId)?.standing;
          return (
            <li key={sequence}>
              <p className="app-case-trouble">
                <strong>{label(questionId)}</strong>, round {round}{' '}
                <Tag colour={VERDICT_LABELS[verdict].colour}>{VERDICT_LABELS[verdict].label}</Tag>{' '}
                {now && now.from !== 'none' && now.verdict !== verdict
                  ? `Now ${VERDICT_LABELS[now.verdict].label.toLowerCase()}`
                  : null}
              </p>
              <p className="app-typed" dir="auto">
                {note}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type SettleProps = {
  view: CaseView;
  outcome: CaseRecommendation['outcome'];
  kept: FormValues;
};

function SecondPerson({ view, outcome, kept }: SettleProps) {
  const { reference, mark } = view;
  const why = permittedOutcomes(view.facts).find((each) => each.outcome === outcome)?.why ?? null;
  return (
    <>
      {why === null ? (
        <Form action={confirmAction} hidden={{ reference, version: mark }} idPrefix="confirm-">
          <p>The supplier can read the decision and its reasons as soon as you confirm it.</p>
          <Proof />
          <SubmitButton>Confirm decision</SubmitButton>
        </Form>
      ) : (
        <p>
          <strong>This can no longer be confirmed.</strong> {why}. Send it back, so that the
          assessor can recommend again.
        </p>
      )}
      <Form action={sendBackAction} hidden={{ reference }} initial={kept} idPrefix="back-">
        <h2 className="nhsuk-heading-s">Send it back</h2>
        <p>The assessor reads your note, and can change verdicts and recommend again.</p>
        <TextareaField
          name="note"
          label="Note to the assessor"
          hint="Suppliers never see this"
          rows={3}
          maxCharacters={2000}
        />
        <SubmitButton variant="secondary">Send back</SubmitButton>
      </Form>
    </>
  );
}

/** What this reader may do with the recommendation. */
function Settle(props: SettleProps) {
  const { view } = props;
  if (view.transitions.includes('send_back')) return <SecondPerson {...props} />;
  if (view.transitions.includes('recall'))
    return (
      <Form action={recallAction} hidden={{ reference: view.reference }}>
        <p>Somebody else confirms it or sends it back. Until then you can recall it.</p>
        <SubmitButton variant="secondary">Recall the recommendation</SubmitButton>
      </Form>
    );
  return (
    <p>
      You took part in this application or declared a conflict of interest, so somebody else
      confirms it.
    </p>
  );
}

export default function ConfirmPage(props: PageProps<'/assess/[reference]/confirm'>) {
  return (
    <CasePart params={props.params} keptAt={paths.caseConfirm}>
      {(view, kept) => {
        if (!view.recommendation) redirect(paths.assessment(view.reference) as Route);
        return (
          <FormsTitle title={TITLE}>
            <CaseTitle view={view}>{TITLE}</CaseTitle>
            <Recommended recommendation={view.recommendation} />
            <DsptToday view={view} />
            <CertificateRelied certificate={view.certificate} />
            <Troubles view={view} />
            <Settle view={view} outcome={view.recommendation.outcome} kept={kept} />
          </FormsTitle>
        );
      }}
    </CasePart>
  );
}
