import { Page } from '@/components/shell/page';
import { Link } from '@/components/ui/link';
import { env } from '@/lib/env';

export default function AccessibilityPage() {
  const email = env().HELP_EMAIL;
  return (
    <Page title="Accessibility statement" width="narrow">
      <h1 className="nhsuk-heading-xl">Accessibility statement</h1>
      <p>
        We want as many people as possible to be able to use this service. You should be able to:
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>zoom in up to 400% without the text spilling off the screen</li>
        <li>use all of it with a keyboard or with speech recognition software</li>
        <li>listen to all of it with a screen reader</li>
        <li>change colours, contrast and text spacing, and print any page</li>
        <li>use all of it with JavaScript switched off</li>
        <li>get a warning before you are signed out, and stay signed in</li>
      </ul>
      <p>
        <Link href="https://mcmw.abilitynet.org.uk/">AbilityNet</Link> has advice on making your
        device easier to use if you have a disability.
      </p>

      <h2 className="nhsuk-heading-m">How accessible this service is</h2>
      <p>
        The service is built to meet the Web Content Accessibility Guidelines version 2.2, level AA,
        with the components of the NHS design system. We do not know of a part that fails them.
        Files that suppliers attach as evidence are theirs, and may not be accessible.
      </p>

      <h2 className="nhsuk-heading-m">How it was tested</h2>
      <p>
        Every page is checked automatically with axe whenever the service changes, and the main
        journey is run in a browser at desktop and phone width, with and without JavaScript. An
        automatic check finds only some problems. The service has not yet been audited by an
        independent tester, nor tested with disabled people, and this statement claims no more than
        that.
      </p>

      <h2 className="nhsuk-heading-m">If something does not work for you</h2>
      <p>
        Write to <Link href={`mailto:${email}`}>{email}</Link> and tell us the page, what happened
        and what you use. You can ask for anything in this service in another format, such as large
        print, easy read, audio or braille.
      </p>

      <h2 className="nhsuk-heading-m">How to complain</h2>
      <p>
        The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and
        Mobile Applications) (No. 2) Accessibility Regulations 2018. If you are not happy with how
        we respond, contact the{' '}
        <Link href="https://www.equalityadvisoryservice.com/">
          Equality Advisory and Support Service
        </Link>
        .
      </p>

      <p>This statement was prepared on 22 November 2026.</p>
    </Page>
  );
}
