import { Page } from '@/components/shell/page';
import { Link } from '@/components/ui/link';
import { SummaryList } from '@/components/ui/summary-list';
import { env } from '@/lib/env';
import { paths } from '@/lib/paths';

export default function HelpPage() {
  const email = env().HELP_EMAIL;
  return (
    <Page title="Help" width="narrow">
      <h1 className="nhsuk-heading-xl">Help</h1>

      <h2 className="nhsuk-heading-m">Signing in</h2>
      <p>
        If you have forgotten your password, ask for a link to set a new one on the{' '}
        <Link href={paths.signIn}>sign-in page</Link>. If you have no account, an administrator in
        your organisation can invite you.
      </p>

      <h2 className="nhsuk-heading-m">Making a declaration</h2>
      <p>
        Every answer is saved when you select ‘Save and continue’, and you can come back to it
        later. Colleagues in your organisation can work on the same declaration. If two of you
        change the same answer, the service shows both and keeps both until one of you decides.
      </p>
      <p>
        Only a colleague with the role of signatory can make the declaration and submit it. Until an
        assessor begins the review, a signatory can take it back to change it.
      </p>

      <h2 className="nhsuk-heading-m">If an assessor asks for more information</h2>
      <p>
        You will see which questions are open again, what was missing in each, and the date by which
        to answer. The same assessor reads your new answers.
      </p>

      <h2 className="nhsuk-heading-m">Words used in this service</h2>
      <SummaryList rows={GLOSSARY} />

      <h2 className="nhsuk-heading-m">Contact us</h2>
      <p>
        Write to <Link href={`mailto:${email}`}>{email}</Link>. Give the reference of your
        application, for example DSI-7K3M-9Q2T, if you have one. Do not send passwords or patient
        data.
      </p>
    </Page>
  );
}

const GLOSSARY = [
  {
    label: 'DSPT',
    value:
      'Data Security and Protection Toolkit: a yearly self-assessment that every organisation ' +
      'touching patient data publishes',
  },
  { label: 'Edition', value: 'the toolkit year that a DSPT status belongs to, for example 25/26' },
  { label: 'ODS code', value: 'your organisation’s code in the Organisation Data Service' },
  {
    label: 'EUO',
    value: 'end user organisation: a practice, pharmacy or trust that uses your product',
  },
  {
    label: 'AUP',
    value: 'the EUO acceptable use policy, which you must bring to each EUO’s attention',
  },
  {
    label: 'ISMS',
    value:
      'Information Security Management System, in line with ISO/IEC 27001; certification is ' +
      'not required',
  },
] as const;
