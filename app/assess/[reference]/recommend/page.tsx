import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { CasePart, CaseTitle } from '@/app/assess/[reference]/read-case';
import { DateField } from '@/components/form/date-field';
import { Form } from '@/components/form/form';
import { RadiosField } from '@/components/form/radios-field';
import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/textarea-field';
import { CertificateRelied } from '@/components/review/certificate-relied';
import { DsptToday } from '@/components/review/dspt-today';
import { InsetText } from '@/components/ui/inset-text';
import { Link } from '@/components/ui/link';
import { tallyWords } from '@/lib/domain/case-view';
import { dateFields } from '@/lib/domain/dates';
import { OUTCOME_LABELS, permittedOutcomes } from '@/lib/domain/decision';
import type { FormValues } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';
import type { CaseRecommendation } from '@/lib/queries/assess/case-parts';
import type { CaseView } from '@/lib/queries/assess/get-case';
import { recommendAction } from './actions';

const TITLE = 'Recommend a decision';

/** For each question that is not met: what the supplier must still do, and by when. */
function ConditionFields({ view }: { view: CaseView }) {
  const notMet = view.questions.filter(
    ({ standing }) => standing.from !== 'none' && standing.verdict === 'not_met',
  );
  return notMet.map(({ id, number, short, last }) => (
    <div key={id}>
      <TextareaField
        name={`condition-${id}`}
        label={`Condition for ${number ?? short}`}
        labelSize="s"
        hint={last?.noteToSupplier ? `Your note was: ${last.noteToSupplier}` : undefined}
        rows={3}
        maxCharacters={2000}
      />
      <DateField name={`dueOn-${id}`} legend={`Due date for ${number ?? short}`} legendSize="s" />
    </div>
  ));
}

/** What was recommended before it was sent back, as the form's fields hold it. */
function fieldsOf({ reasons, conditions }: CaseRecommendation): FormValues {
  const values: FormValues = { reasons };
  for (const { questionId, text, dueOn } of conditions) {
    const { day, month, year } = dateFields(dueOn);
    values[`condition-${questionId}`] = text;
    values[`dueOn-${questionId}-day`] = day;
    values[`dueOn-${questionId}-month`] = month;
    values[`dueOn-${questionId}-year`] = year;
  }
  return values;
}

function RecommendForm({ view, kept }: { view: CaseView; kept: FormValues }) {
  const outcomes = permittedOutcomes(view.facts);
  const options = outcomes
    .filter(({ permitted }) => permitted)
    .map(({ outcome }) => ({
      value: outcome,
      label: OUTCOME_LABELS[outcome],
      conditional:
        outcome === 'approved_with_conditions' ? <ConditionFields view={view} /> : undefined,
    }));
  const blocked = outcomes.filter(({ permitted }) => !permitted);
  return (
    <Form
      action={recommendAction}
      title={TITLE}
      initial={{ ...(view.sentBack && fieldsOf(view.sentBack)), ...kept }}
      hidden={{ reference: view.reference, version: view.mark }}
    >
      <CaseTitle view={view}>{TITLE}</CaseTitle>
      <p>
        {tallyWords(view.tally)}. Somebody who took no part in the review confirms your
        recommendation or sends it back.
      </p>
      {view.sentBack ? (
        <InsetText>
          <p>
            {OUTCOME_LABELS[view.sentBack.outcome]} was recommended, and the second person sent it
            back:
          </p>
          <p className="app-typed" dir="auto">
            {view.sentBack.note}
          </p>
        </InsetText>
      ) : null}
      <DsptToday view={view} />
      <CertificateRelied certificate={view.certificate} />
      {blocked.length > 0 ? (
        <>
          <p>You cannot recommend:</p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {blocked.map(({ outcome, why }) => (
              <li key={outcome}>
                <strong>{OUTCOME_LABELS[outcome]}:</strong> {why}.
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {options.length > 0 ? (
        <>
          <RadiosField
            name="outcome"
            legend="What do you recommend?"
            legendSize="m"
            options={options}
          />
          <TextareaField
            name="reasons"
            label="Reasons"
            labelSize="s"
            hint="The supplier reads them with the decision. A rejection needs them"
            rows={5}
            maxCharacters={2000}
          />
          <SubmitButton>Recommend</SubmitButton>
        </>
      ) : (
        <p>
          <Link href={paths.assessment(view.reference)}>Go back to the questions</Link>
        </p>
      )}
    </Form>
  );
}

export default function RecommendPage(props: PageProps<'/assess/[reference]/recommend'>) {
  return (
    <CasePart params={props.params} keptAt={paths.caseRecommend}>
      {(view, kept) => {
        if (view.isAssignee && view.status === 'in_assessment')
          return <RecommendForm view={view} kept={kept} />;
        redirect(paths.assessment(view.reference) as Route);
      }}
    </CasePart>
  );
}
