import { EvidenceDateFields } from '@/components/evidence/date-fields';
import { DatesConflict } from '@/components/evidence/dates-conflict';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { Link } from '@/components/ui/link';
import { typedDates } from '@/lib/domain/evidence-dates';
import type { EvidenceFile } from '@/lib/domain/evidence-file';
import { paths } from '@/lib/paths';
import type { QuestionView } from '@/lib/queries/apply/get-question';
import { changeDatesAction } from './actions';

type ChangeDatesProps = { view: QuestionView; file: EvidenceFile; caption: string };

/** The dates of a file that no declaration holds yet, without uploading it again. */
export function ChangeDates({ view, file, caption }: ChangeDatesProps) {
  const { reference, questionId } = view;
  return (
    <Form
      action={changeDatesAction.bind(null, reference, questionId, file.id)}
      title={`Dates of ${file.name}`}
      initial={typedDates(file)}
      hidden={{ version: String(file.version) }}
    >
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{caption}</span> Dates of{' '}
        <span className="app-file-name">{file.name}</span>
      </h1>
      <DatesConflict />
      <EvidenceDateFields />
      <SubmitButton>Save dates</SubmitButton>
      <p>
        <Link href={paths.evidence(reference, questionId)}>Leave them as they are</Link>
      </p>
    </Form>
  );
}
