import { redirect } from 'next/navigation';
import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { ProblemView } from '@/components/ui/problem-view';
import { requireActor } from '@/lib/auth/session';
import { questionOf } from '@/lib/domain/questions/catalogue';
import { paths } from '@/lib/paths';
import { getQuestion } from '@/lib/queries/apply/get-question';
import { AnswerFilesForm } from './answer-files-form';
import { ChangeDates } from './change-dates';
import { typedIn, uploadProblems } from './refusals';
import { ReplaceFile } from './replace-file';

type Props = PageProps<'/apply/[reference]/[question]/files'>;

/** What is attached to a question, and the way to add, replace and remove files. */
export default async function FilesPage({ params, searchParams }: Props) {
  const actor = await requireActor('application:view');
  const { reference, question: id } = await params;
  const here = paths.question(reference, id);
  const view = await readPage(() => getQuestion(actor, reference, id, here));
  const files = paths.evidence(reference, id);
  const { replaces, dates, refused, ...told } = await searchParams;
  const old = view?.files.find((file) => file.id === replaces && file.declared);
  const dated = view?.files.find((file) => file.id === dates && !file.declared);
  const back =
    old || dated
      ? ({ href: files, label: 'Files' } as const)
      : ({ href: here, label: 'Back to the question' } as const);
  const page = { actor, back, width: 'narrow' } as const;
  if (!view)
    return (
      <SignedInPage {...page} title="Files">
        <ProblemView />
      </SignedInPage>
    );
  if (!view.mayEdit || view.mode !== 'edit') redirect(here);
  const values = typedIn(told);
  const problems = typeof refused === 'string' ? uploadProblems(refused, values) : [];
  const question = questionOf(view.questionId);
  const caption = question.number ? `${question.number} ${question.short}` : question.short;
  const shown = { view, caption, problems, values };
  return (
    <SignedInPage {...page}>
      {dated ? (
        <ChangeDates view={view} file={dated} caption={caption} />
      ) : old ? (
        <ReplaceFile {...shown} file={old} />
      ) : (
        <AnswerFilesForm {...shown} told={told} />
      )}
    </SignedInPage>
  );
}
