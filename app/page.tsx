import { unstable_rethrow } from 'next/navigation';
import { Page } from '@/components/shell/page';
import { ButtonLink } from '@/components/ui/button-link';
import { menuOf } from '@/lib/auth/account';
import { currentSession } from '@/lib/auth/session';
import type { PersonActor } from '@/lib/domain/permissions';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';
import { getSetting } from '@/lib/queries/settings/get-setting';
import { accountFor } from './account-for';

const GO_TO: Record<string, string> = {
  [paths.assess]: 'the applications to assess',
  [paths.manage]: 'the overview',
};

/** Whoever signed in, or null: also while that cannot be found out, since this page needs nobody. */
async function readReader(): Promise<PersonActor | null> {
  try {
    return (await currentSession())?.actor ?? null;
  } catch (error) {
    unstable_rethrow(error);
    return null;
  }
}

/** The target in working days, or null while it cannot be found out. */
async function readTarget(): Promise<number | null> {
  try {
    return await getSetting({ kind: 'visitor' }, 'target_days');
  } catch (error) {
    unstable_rethrow(error);
    return null;
  }
}

export default async function StartPage() {
  const reader = await readReader();
  const days = await readTarget();
  const [first] = reader ? menuOf(reader) : [];
  return (
    <Page title="Start" width="narrow" account={reader ? await accountFor(reader) : undefined}>
      <h1 className="nhsuk-heading-xl">Declare data and information security</h1>
      <p className="nhsuk-lede-text">
        Tell NHS England how your organisation keeps patient data private and secure, before your
        product connects to its APIs.
      </p>
      {first ? (
        <ButtonLink href={first.href}>Go to {GO_TO[first.href] ?? 'your applications'}</ButtonLink>
      ) : (
        <ButtonLink href={paths.signIn}>Sign in</ButtonLink>
      )}
      <h2 className="nhsuk-heading-m">What you will need</h2>
      <p>Suppliers make one declaration for each product. To complete it you will need:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>your organisation’s ODS code</li>
        <li>
          your published Data Security and Protection Toolkit (DSPT) status, and the date it was
          published
        </li>
        <li>how you check that end user organisations have completed the DSPT before onboarding</li>
        <li>
          details of your Information Security Management System (ISMS), in line with ISO/IEC 27001
        </li>
      </ul>
      <p>
        You can save your answers and come back later. Colleagues in your organisation can work on
        the same declaration.
      </p>
      <h2 className="nhsuk-heading-m">What happens next</h2>
      <ol className="nhsuk-list nhsuk-list--number">
        <li>You answer the questions and make the declaration.</li>
        <li>
          An assessor reviews it
          {days === null ? '' : `, with a target of ${formatCount(days, 'working day')},`} and asks
          you about anything that is missing.
        </li>
        <li>A second person confirms the decision, and you can read it here with its reasons.</li>
      </ol>
      {reader ? null : (
        <>
          <h2 className="nhsuk-heading-m">If you do not have an account</h2>
          <p>
            An administrator in your organisation can invite you. If your organisation is new here,
            your onboarding contact at NHS England will set it up.
          </p>
        </>
      )}
    </Page>
  );
}
