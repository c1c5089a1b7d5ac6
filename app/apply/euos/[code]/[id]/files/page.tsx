import { FilesNotice } from '@/app/apply/[reference]/[question]/files/files-notice';
import { typedIn, uploadProblems } from '@/app/apply/[reference]/[question]/files/refusals';
import { OnboardingHeading } from '@/app/apply/euos/[code]/[id]/onboarding-heading';
import { backTo, openOnboarding } from '@/app/apply/euos/[code]/[id]/open-onboarding';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { EvidenceFields } from '@/components/evidence/evidence-fields';
import { FileList } from '@/components/evidence/file-list';
import { UploadForm } from '@/components/form/upload-form';
import { requireActor } from '@/lib/auth/session';
import { spotCheckPlace, withFrom } from '@/lib/domain/spot-check-place';
import { paths } from '@/lib/paths';
import { ChangeFileDates } from './change-file-dates';
import { FileActions } from './file-actions';

type Props = {
  params: Promise<{ code: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What is attached to an onboarding, and the way to add, date and remove files. */
export default withProblemView(async ({ params, searchParams }: Props) => {
  const actor = await requireActor('onboarding:edit');
  const view = await openOnboarding(actor, await params, 'files');
  const { odsCode, id, files, name } = view;
  const { dates, refused, from: given, ...told } = await searchParams;
  const from = typeof given === 'string' ? given : '';
  const here = withFrom(paths.euoPart(odsCode, id, 'files'), from);
  const asked = spotCheckPlace(from);
  const dated = files.find((file) => file.id === dates && !file.declared);
  if (dated)
    return (
      <SignedInPage actor={actor} width="narrow" back={{ href: here, label: 'Files' }}>
        <ChangeFileDates view={view} file={dated} from={from} />
      </SignedInPage>
    );
  const values = typedIn(told);
  const problems = typeof refused === 'string' ? uploadProblems(refused, values) : [];
  return (
    <SignedInPage
      actor={actor}
      width="narrow"
      back={asked ? { href: asked, label: 'Spot check' } : backTo(view)}
    >
      <FilesNotice told={told} files={files} where="here" />
      <UploadForm
        // Without a load of the page, what was wrong before would stay, and what is wrong now not show.
        key={JSON.stringify([problems, files.map((file) => [file.id, file.version])])}
        action={withFrom(paths.euoPart(odsCode, id, 'upload'), from)}
        title={`Files of ${name}`}
        problems={problems}
        values={values}
      >
        <OnboardingHeading view={view}>Files</OnboardingHeading>
        <p>
          Evidence that onboarding was right on the day, such as the email that alerted them to the
          AUP. Assessors see these files only if they ask for them.
        </p>
        <EvidenceFields label="Add files" />
      </UploadForm>
      {files.length > 0 ? (
        <>
          <h2 className="nhsuk-heading-m">Files of this organisation</h2>
          <FileList files={files} today={view.today}>
            {(file) => <FileActions view={view} file={file} from={from} />}
          </FileList>
        </>
      ) : (
        <p>No files yet.</p>
      )}
    </SignedInPage>
  );
});
