import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { CasePart, CaseTitle } from '@/app/assess/[reference]/read-case';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { questionOf } from '@/lib/domain/questions/catalogue';
import { formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { CaseView } from '@/lib/queries/assess/get-case';
import { meetConditionAction } from './actions';

const TITLE = 'Conditions of the approval';

function Conditions({ view }: { view: CaseView }) {
  const mayMeet = view.transitions.includes('meet_conditions');
  return view.decision?.conditions.map(({ id, questionId, text, dueOn, metAt }) => {
    const { number, short } = questionOf(questionId);
    const label = number ?? short;
    return (
      <section key={id} className="app-case-notice" aria-label={`Condition for ${label}`}>
        <p dir="auto">
          <strong>{label}:</strong> {text}
        </p>
        <p>
          {metAt
            ? `Met on ${formatDate(metAt)}`
            : `Due ${formatDate(dueOn)}${dueOn < view.today ? ', which has passed' : ''}`}
        </p>
        {metAt === null && mayMeet ? (
          <Form
            action={meetConditionAction}
            hidden={{ reference: view.reference, conditionId: id }}
            idPrefix={`${questionId}-`}
          >
            <SubmitButton small>Record the condition for {label} as met</SubmitButton>
          </Form>
        ) : null}
      </section>
    );
  });
}

export default function ConditionsPage(props: PageProps<'/assess/[reference]/conditions'>) {
  return (
    <CasePart params={props.params} title={TITLE}>
      {(view) => {
        if (!view.decision || view.decision.conditions.length === 0)
          redirect(paths.assessment(view.reference) as Route);
        return (
          <>
            <CaseTitle view={view}>{TITLE}</CaseTitle>
            <p>When the last one is met, the application becomes approved.</p>
            <Conditions view={view} />
          </>
        );
      }}
    </CasePart>
  );
}
