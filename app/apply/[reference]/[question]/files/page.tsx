import { redirect } from 'next/navigation';
import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { FileList } from '@/components/evidence/file-list';
import { UploadForm } from '@/components/evidence/upload-form';
import { ButtonLink } from '@/components/ui/button-link';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { ProblemView } from '@/components/ui/problem-view';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { requireActor } from '@/lib/auth/session';
import { questionOf } from '@/lib/domain/questions/catalogue';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';
import { getQuestion } from '@/lib/queries/apply/get-question';
import { removeFileAction } from './actions';
import { wordsOf } from './refusals';

type Props = PageProps<'/apply/[reference]/[question]/files'>;

/** What is attached to a question, and the way to add and remove files. */
export default async function FilesPage({ params, searchParams }: Props) {
  const actor = await requireActor('application:view');
  const { reference, question: id } = await params;
  const here = paths.question(reference, id);
  const view = await readPage(() => getQuestion(actor, reference, id, here));
  const back = { href: here, label: 'Back to the question' } as const;
  const page = { actor, back, width: 'narrow' } as const;
  if (!view)
    return (
      <SignedInPage {...page} title="Files">
        <ProblemView />
      </SignedInPage>
    );
  if (!view.mayEdit || view.mode !== 'edit') redirect(here);
  const { added, removed, refused } = await searchParams;
  const problem = wordsOf(refused);
  const question = questionOf(view.questionId);
  return (
    <SignedInPage {...page}>
      {added && Number(added) > 0 ? (
        <NotificationBanner kind="success" heading={`${formatCount(Number(added), 'file')} added`}>
          {view.files.some(({ scan }) => scan === 'waiting') ? (
            <p>We check new files for viruses. This can take a few minutes.</p>
          ) : null}
        </NotificationBanner>
      ) : null}
      {removed ? <NotificationBanner kind="success" heading="The file is removed" /> : null}
      <UploadForm
        action={paths.evidenceUpload(view.reference, view.questionId)}
        page={paths.evidence(view.reference, view.questionId)}
        title={`Files for ${question.short}`}
        problem={problem}
      >
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">
            {question.number ? `${question.number} ${question.short}` : question.short}
          </span>{' '}
          Files
        </h1>
        {view.files.length === 0 ? (
          <p>No files yet. You do not have to add any, unless your answer refers to one.</p>
        ) : null}
      </UploadForm>
      {view.files.length > 0 ? (
        <>
          <h2 className="nhsuk-heading-m">Files of this answer</h2>
          <FileList files={view.files}>
            {(file) =>
              file.declared ? (
                <span className="app-files__note">Part of a declaration, so it stays</span>
              ) : (
                <form
                  action={removeFileAction.bind(null, view.reference, view.questionId, file.id)}
                >
                  <button className="app-link-button" type="submit">
                    Remove<VisuallyHidden> {file.name}</VisuallyHidden>
                  </button>
                </form>
              )
            }
          </FileList>
        </>
      ) : null}
      <ButtonLink href={here} variant="secondary">
        Back to the question
      </ButtonLink>
    </SignedInPage>
  );
}
