import { isRefusal, refusalWords, typedIn } from '@/app/manage/registers/refusals';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { CheckboxesField } from '@/components/form/checkboxes-field';
import { DateField } from '@/components/form/date-field';
import { FileField } from '@/components/form/file-field';
import { SelectField } from '@/components/form/select-field';
import { UploadForm } from '@/components/form/upload-form';
import { requireActor } from '@/lib/auth/session';
import { londonDate } from '@/lib/domain/clock';
import { MOST_BYTES_OF_A_REGISTER, REGISTER_IDS, registerWords } from '@/lib/domain/register';
import { readRegisterForm } from '@/lib/domain/register-form';
import { formatFileSize } from '@/lib/format';
import { paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';

type Search = Record<string, string | string[] | undefined>;
const TITLE = 'Upload a register';
const HOLDS = REGISTER_IDS.map((value) => ({ value, label: registerWords(value) }));

export default withProblemView(async ({ searchParams }: { searchParams: Promise<Search> }) => {
  const actor = await requireActor('register:upload');
  const { refused, ...told } = await searchParams;
  const values = typedIn(told);
  const read = readRegisterForm(values, londonDate(now()));
  const problems =
    typeof refused === 'string' && isRefusal(refused)
      ? [...(read.ok ? [] : read.problems), { field: 'file', message: refusalWords(refused) }]
      : [];
  return (
    <SignedInPage actor={actor} width="narrow" back={{ href: paths.registers, label: 'Registers' }}>
      <UploadForm action={paths.registerUpload} title={TITLE} problems={problems} values={values}>
        <h1 className="nhsuk-heading-l">{TITLE}</h1>
        <p>
          Download the search results of the public DSPT register as CSV, or a file of the
          Organisation Data Service (ODS). Leave the file as it is and upload it here.
        </p>
        <SelectField
          name="register"
          label="What does the file hold?"
          labelSize="s"
          hint="What suppliers declare is held against the DSPT register, and ODS codes against the ODS files."
          empty="Select what it holds"
          options={HOLDS}
        />
        <DateField
          name="asOf"
          legend="Date of the file"
          legendSize="s"
          hint="The day on which it was downloaded, for example 1 11 2026"
        />
        <CheckboxesField
          name="complete"
          legend="Is it the whole of it?"
          legendSize="s"
          hint="Only then an organisation that is missing has left the register."
          options={[{ value: 'yes', label: 'Yes, it holds every organisation of its kind' }]}
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
