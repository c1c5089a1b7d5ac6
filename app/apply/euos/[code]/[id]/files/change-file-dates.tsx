import { OnboardingHeading } from '@/app/apply/euos/[code]/[id]/onboarding-heading';
import { EvidenceDateFields } from '@/components/evidence/date-fields';
import { DatesConflict } from '@/components/evidence/dates-conflict';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { Link } from '@/components/ui/link';
import { typedDates } from '@/lib/domain/evidence-dates';
import type { EvidenceFile } from '@/lib/domain/evidence-file';
import type { OnboardingView } from '@/lib/domain/onboarding-view';
import { withFrom } from '@/lib/domain/spot-check-place';
import { paths } from '@/lib/paths';
import { changeEuoFileDatesAction } from './actions';

type ChangeFileDatesProps = { view: OnboardingView; file: EvidenceFile; from: string };

/** The dates of a file that was not given to the assessor yet, without uploading it again. */
export function ChangeFileDates({ view, file, from }: ChangeFileDatesProps) {
  const { odsCode, id } = view;
  return (
    <Form
      action={changeEuoFileDatesAction.bind(null, odsCode, id, file.id, from)}
      title={`Dates of ${file.name}`}
      initial={typedDates(file)}
      hidden={{ version: String(file.version) }}
    >
      <OnboardingHeading view={view}>{`Dates of ${file.name}`}</OnboardingHeading>
      <DatesConflict />
      <EvidenceDateFields />
      <SubmitButton>Save dates</SubmitButton>
      <p>
        <Link href={withFrom(paths.euoPart(odsCode, id, 'files'), from)}>
          Leave them as they are
        </Link>
      </p>
    </Form>
  );
}
