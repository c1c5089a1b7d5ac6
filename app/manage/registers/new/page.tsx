import { isRefusal, refusalWords, typedIn } from '@/app/manage/registers/refusals';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { CheckboxesField } from '@/components/form/checkboxes-field';
import { DateField } from '@/components/form/date-field';
import { FileField } from '@/components/form/file-field';
import { UploadForm } from '@/components/form/upload-form';
import { requireActor } from '@/lib/auth/session';
import { londonDate } from '@/lib/domain/clock';
import { MOST_BYTES_OF_A_REGISTER } from '@/lib/domain/register';
import { readRegisterForm } from '@/lib/domain/register-form';
import { formatFileSize } from '@/lib/format';
import { paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';

type Search = Record<string, string | string[] | undefined>;
const TITLE = 'Upload the DSPT register';

export default withProblemView(async ({ searchParams }: { searchParams: Promise<Search> }) => {
  const actor = await requireActor('register:upload');
  const { refused, ...told } = await searchParams;
  const values = typedIn(told);
  const read = readRegisterForm(values, londonDate(now()));
  const problems =
    typeof refused === 'string' && isRefusal(refused)
      ? [{ field: 'file', message: refusalWords(refused) }, ...(read.ok ? [] : read.problems)]
      : [];
  return (
    <SignedInPage actor={actor} width="narrow" back={{ href: paths.registers, label: 'Registers' }}>
      <UploadForm action={paths.registerUpload} title={TITLE} problems={problems} values={values}>
        <h1 className="nhsuk-heading-l">{TITLE}</h1>
        <p>
          Download the search results of the public DSPT register as CSV, leave the file as it is
          and upload it here. What suppliers declare is then held against it.
        </p>
        <DateField
          name="asOf"
          legend="Date of the register"
          legendSize="s"
          hint="The day on which it was downloaded, for example 1 11 2026"
        />
        <CheckboxesField
          name="complete"
          legend="Is it the whole register?"
          legendSize="s"
          hint="Only then an organisation that is missing has left the register."
          options={[{ value: 'yes', label: 'Yes, it holds every organisation' }]}
        />
        <FileField
          label="Select the file"
          accept=".csv"
          hint={`CSV, smaller than ${formatFileSize(MOST_BYTES_OF_A_REGISTER)}`}
        />
      </UploadForm>
    </SignedInPage>
  );
});
