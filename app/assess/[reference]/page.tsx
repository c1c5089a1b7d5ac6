import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { CaseForms } from '@/components/review/case-forms';
import { CaseHead, CaseLinks } from '@/components/review/case-head';
import { ProblemView } from '@/components/ui/problem-view';
import { keptWords, requireActor } from '@/lib/auth/session';
import { emptyFormState, type FormState, textValue } from '@/lib/domain/form-state';
import type { PersonActor } from '@/lib/domain/permissions';
import { paths } from '@/lib/paths';
import { getCase } from '@/lib/queries/assess/get-case';
import { saveCaseFormAction } from './actions';
import './case.css';
import { CaseNotices } from './case-notices';
import { CaseQuestions } from './case-questions';
import { NextAction } from './next-action';

const SIGNED_OUT =
  'You were signed out before this was saved. What you typed is still here. Check it and save it again.';

/** Words typed when a session had ended, put back where they were typed. */
async function keptState(actor: PersonActor, reference: string): Promise<FormState> {
  const values = await keptWords(actor, `${paths.assessment(reference)}?kept=1`);
  if (values === null) return emptyFormState;
  const known = { ...values, version: textValue(values, 'version') };
  return { problems: [{ field: '', message: SIGNED_OUT }], values: known, attempt: 1 };
}

function CaseProblem({ actor }: { actor: PersonActor }) {
  return (
    <SignedInPage actor={actor} title="Problem with the service">
      <ProblemView back={{ href: paths.assess, label: 'Go to the applications' }} />
    </SignedInPage>
  );
}

export default async function CasePage(props: PageProps<'/assess/[reference]'>) {
  const actor = await requireActor('case:view');
  const { reference } = await props.params;
  const view = await readPage(() => getCase(actor, reference));
  if (view === null) return <CaseProblem actor={actor} />;
  const { kept } = await props.searchParams;
  const initial = kept === undefined ? emptyFormState : await keptState(actor, reference);
  return (
    <SignedInPage actor={actor} width="wide">
      <CaseForms
        action={saveCaseFormAction}
        title={`${view.product}, ${view.reference}`}
        initial={initial}
        mark={`${view.mark}.${view.noteCount}`}
      >
        <CaseHead {...view} sticky>
          <NextAction view={view} />
        </CaseHead>
        <CaseLinks {...view} />
        <CaseNotices view={view} />
        <CaseQuestions view={view} />
      </CaseForms>
    </SignedInPage>
  );
}
