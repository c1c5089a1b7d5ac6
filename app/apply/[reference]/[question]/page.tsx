import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { ProblemView } from '@/components/ui/problem-view';
import { openWords } from '@/lib/auth/kept-words';
import { requireActor } from '@/lib/auth/session';
import { questionOf } from '@/lib/domain/questions/catalogue';
import { paths } from '@/lib/paths';
import { getQuestion } from '@/lib/queries/apply/get-question';
import { ClosedQuestion } from './closed-question';
import { EditQuestion } from './edit-question';
import { ReadQuestion } from './read-question';

type Props = PageProps<'/apply/[reference]/[question]'>;

/** Every question, whatever its kind: to answer, to read, or to open again. */
export default async function QuestionPage({ params }: Props) {
  const actor = await requireActor('application:view');
  const { reference, question: id } = await params;
  const path = paths.question(reference, id);
  const view = await readPage(() => getQuestion(actor, reference, id, path));
  const back = { href: paths.application(reference), label: 'All questions' } as const;
  const page = { actor, back, width: 'narrow' } as const;
  if (!view)
    return (
      <SignedInPage {...page} title="Question">
        <ProblemView />
      </SignedInPage>
    );
  const question = { ...questionOf(view.questionId), coveragePoints: view.points };
  const caption = view.place ? `Question ${view.place.number} of ${view.place.of}` : view.product;
  const { keptWords } = view;
  const kept = keptWords ? openWords(keptWords, { personId: actor.personId, path }) : null;
  const shown = { view, question, caption, kept };
  if (!view.mayEdit || view.mode === 'read' || view.mode === 'not_applicable')
    return (
      <SignedInPage {...page} title={question.title}>
        <ReadQuestion {...shown} />
      </SignedInPage>
    );
  if (view.mode === 'closed')
    return (
      <SignedInPage {...page}>
        <ClosedQuestion {...shown} />
      </SignedInPage>
    );
  return (
    <SignedInPage {...page}>
      <EditQuestion {...shown} />
    </SignedInPage>
  );
}
