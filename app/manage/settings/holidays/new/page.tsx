import { isRefusal, refusalWords } from '@/app/manage/settings/holidays/refusals';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { FileField } from '@/components/form/file-field';
import { UploadForm } from '@/components/form/upload-form';
import { Link } from '@/components/ui/link';
import { requireActor } from '@/lib/auth/session';
import { CALENDAR_LIST, MOST_BYTES_OF_A_CALENDAR } from '@/lib/domain/calendar-file';
import { formatFileSize } from '@/lib/format';
import { paths } from '@/lib/paths';

const TITLE = 'Upload a bank holiday calendar';
type Search = Record<string, string | string[] | undefined>;

export default withProblemView(async ({ searchParams }: { searchParams: Promise<Search> }) => {
  const actor = await requireActor('calendar:publish');
  const { refused, about } = await searchParams;
  const problems =
    typeof refused === 'string' && isRefusal(refused)
      ? [{ field: 'file', message: refusalWords(refused, String(about)) }]
      : [];
  return (
    <SignedInPage
      actor={actor}
      width="narrow"
      back={{ href: paths.holidays, label: 'Bank holidays' }}
    >
      <UploadForm
        action={paths.holidaysUpload}
        title={TITLE}
        problems={problems}
        limit={{ bytes: MOST_BYTES_OF_A_CALENDAR, message: refusalWords('too_big') }}
      >
        <h1 className="nhsuk-heading-l">{TITLE}</h1>
        <p>
          Save <Link href={CALENDAR_LIST}>the list of bank holidays on GOV.UK</Link> as a file and
          select it here as it is. Only the days of England and Wales are taken.
        </p>
        <p>Nothing changes yet: you see what would change first.</p>
        <FileField
          label="Select the file"
          accept=".json"
          hint={`JSON, smaller than ${formatFileSize(MOST_BYTES_OF_A_CALENDAR)}`}
        />
      </UploadForm>
    </SignedInPage>
  );
});
