import { EvidenceFields } from '@/components/evidence/evidence-fields';
import { UploadForm } from '@/components/form/upload-form';
import { Link } from '@/components/ui/link';
import type { EvidenceFile } from '@/lib/domain/evidence-file';
import type { FormValues } from '@/lib/domain/form-state';
import type { FieldProblem } from '@/lib/domain/result';
import { paths } from '@/lib/paths';
import type { QuestionView } from '@/lib/queries/apply/get-question';

type ReplaceFileProps = {
  view: QuestionView;
  file: EvidenceFile;
  caption: string;
  problems: FieldProblem[];
  values: FormValues;
};

/** Takes the file that stands in for one that was declared. */
export function ReplaceFile({ view, file, caption, problems, values }: ReplaceFileProps) {
  const { reference, questionId } = view;
  return (
    <>
      <UploadForm
        action={paths.evidenceUpload(reference, questionId)}
        title={`Replace ${file.name}`}
        problems={problems}
        values={values}
      >
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{caption}</span> Replace{' '}
          <span className="app-file-name">{file.name}</span>
        </h1>
        {file.scan === 'infected' ? (
          <p>
            We found a virus in this file, so nobody can open it and your answers cannot be
            submitted with it.
          </p>
        ) : null}
        <p>
          The new file takes its place in your answer. This one is part of a declaration, so it
          stays on record there.
        </p>
        <EvidenceFields label="Select the new file" replaces={file.id} />
      </UploadForm>
      <p>
        <Link href={paths.evidence(reference, questionId)}>Keep this file</Link>
      </p>
    </>
  );
}
