import { EvidenceFields } from '@/components/evidence/evidence-fields';
import { FileList } from '@/components/evidence/file-list';
import { ReplacedFiles } from '@/components/evidence/replaced-files';
import { UploadForm } from '@/components/form/upload-form';
import { ButtonLink } from '@/components/ui/button-link';
import { Link } from '@/components/ui/link';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { EvidenceFile } from '@/lib/domain/evidence-file';
import type { FormValues } from '@/lib/domain/form-state';
import type { FieldProblem } from '@/lib/domain/result';
import { paths } from '@/lib/paths';
import type { QuestionView } from '@/lib/queries/apply/get-question';
import { removeFileAction } from './actions';
import { FilesNotice, type Told } from './files-notice';

type Props = {
  view: QuestionView;
  caption: string;
  problems: FieldProblem[];
  values: FormValues;
  told: Told;
};

/** The files of one answer: more of them, and what can be done with each. */
export function AnswerFilesForm({ view, caption, problems, values, told }: Props) {
  const { reference, questionId, files, replaced } = view;
  return (
    <>
      <FilesNotice told={told} files={files} />
      <UploadForm
        // Without a load of the page, what was wrong before would stay, and what is wrong now not show.
        key={JSON.stringify([problems, files.map(({ id, version }) => [id, version])])}
        action={paths.evidenceUpload(reference, questionId)}
        title={`Files for ${caption}`}
        problems={problems}
        values={values}
      >
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{caption}</span> Files
        </h1>
        {files.length === 0 ? (
          <p>No files yet. You do not have to add any, unless your answer refers to one.</p>
        ) : null}
        <EvidenceFields label="Add files" />
      </UploadForm>
      {files.length > 0 ? (
        <>
          <h2 className="nhsuk-heading-m">Files of this answer</h2>
          <FileList files={files} today={view.today}>
            {(file) => <WhatToDo reference={reference} questionId={questionId} file={file} />}
          </FileList>
        </>
      ) : null}
      <ReplacedFiles replaced={replaced} />
      <ButtonLink href={paths.question(reference, questionId)} variant="secondary">
        Back to the question
      </ButtonLink>
    </>
  );
}

type WhatToDoProps = { reference: string; questionId: string; file: EvidenceFile };

/** What a declaration holds stays on record and can be replaced; anything else can be removed. */
function WhatToDo({ reference, questionId, file }: WhatToDoProps) {
  if (file.declared)
    return (
      <Link href={`${paths.evidence(reference, questionId)}?replaces=${file.id}`}>
        Replace<VisuallyHidden> {file.name}</VisuallyHidden>
      </Link>
    );
  return (
    <div className="app-files__actions">
      <Link href={`${paths.evidence(reference, questionId)}?dates=${file.id}`}>
        {file.effectiveFrom || file.expiresOn ? 'Change dates' : 'Add dates'}
        <VisuallyHidden> of {file.name}</VisuallyHidden>
      </Link>
      <form action={removeFileAction.bind(null, reference, questionId, file.id)}>
        <button className="app-link-button" type="submit">
          Remove<VisuallyHidden> {file.name}</VisuallyHidden>
        </button>
      </form>
    </div>
  );
}
