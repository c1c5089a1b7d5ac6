import { Page } from '@/components/shell/page';
import { Link } from '@/components/ui/link';
import { env } from '@/lib/env';
import { paths } from '@/lib/paths';

export default function PrivacyPage() {
  const email = env().HELP_EMAIL;
  return (
    <Page title="Privacy" width="narrow">
      <h1 className="nhsuk-heading-xl">Privacy</h1>
      <p>
        This page says what the service keeps about the people who use it, why, and who can see it.
        The service holds no patient data. Do not put any into an answer, a note or a file.
      </p>

      <h2 className="nhsuk-heading-m">What we keep about you</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>your name, your work email address, your organisation and your roles</li>
        <li>your password, only in a form that cannot be read back</li>
        <li>when you signed in, and the sessions that are open</li>
        <li>failed attempts to sign in, to slow down somebody who is guessing</li>
        <li>
          what you wrote: answers, declarations, requests, decisions and notes, with the wording of
          the questions at the time
        </li>
        <li>the messages you got, and whether the emails to your address arrived</li>
        <li>a history of who did what and when, which cannot be changed afterwards</li>
      </ul>

      <h2 className="nhsuk-heading-m">Why we keep it</h2>
      <p>
        NHS England has to know who declared what about a product that reaches patient data, who
        judged it and on what grounds, and has to be able to show this later. We keep nothing for
        advertising or analysis of your behaviour, and make no automated decisions about people.
      </p>

      <h2 className="nhsuk-heading-m">Who can see it</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>Colleagues in your organisation who use the service see your organisation’s work.</li>
        <li>Other suppliers see nothing of it.</li>
        <li>
          NHS England’s assessors and managers see what was submitted, and that a draft exists, but
          not the answers in a draft.
        </li>
        <li>
          Suppliers see decisions and requests as coming from ‘the assessor’, without a name.
          Assessors’ own notes are not shown to suppliers. They can be asked for under the Freedom
          of Information Act, as can other records.
        </li>
      </ul>

      <h2 className="nhsuk-heading-m">How long we keep it</h2>
      <p>
        Sessions end by themselves, as the <Link href={paths.cookies}>page about cookies</Link>{' '}
        says. Declarations, decisions and their history are records: they stay after somebody has
        left, because what they declared still stands. The periods for each kind of record are set
        by NHS England where it runs this service. Ask us for those in force.
      </p>

      <h2 className="nhsuk-heading-m">Your rights</h2>
      <p>
        You can ask what is held about you, have a mistake corrected, and object to how it is used.
        Personal data that was put into a record by mistake can be removed from it, with a reason
        and the agreement of a second person; the history still shows that something was removed.
      </p>
      <p>
        Write to <Link href={`mailto:${email}`}>{email}</Link>. If you are not content with the
        answer, you can complain to the{' '}
        <Link href="https://ico.org.uk/make-a-complaint/">Information Commissioner’s Office</Link>.
      </p>
    </Page>
  );
}
