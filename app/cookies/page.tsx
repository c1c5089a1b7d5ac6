import { Page } from '@/components/shell/page';
import { type Column, Table } from '@/components/ui/table';
import { LINK_COOKIE, LINK_COOKIE_SECONDS, SESSION_COOKIE_DAYS } from '@/lib/auth/cookies';
import { DEVICE_COOKIE } from '@/lib/auth/sign-in-limits';
import { env } from '@/lib/env';

type Cookie = { name: string; purpose: string; ends: string };

const COLUMNS: readonly Column<Cookie>[] = [
  { header: 'Name', cell: (cookie) => cookie.name },
  { header: 'What it is for', cell: (cookie) => cookie.purpose },
  { header: 'When it ends', cell: (cookie) => cookie.ends },
];

export default function CookiesPage() {
  const { SESSION_IDLE_MINUTES: idle, SESSION_ABSOLUTE_HOURS: most } = env();
  const cookies: Cookie[] = [
    {
      name: 'authjs.session-token',
      purpose:
        'Keeps you signed in. It holds a random number that stands for your session, encrypted, ' +
        'and nothing about you. On a secure connection its name begins with __Secure-.',
      ends:
        `Your session ends when you sign out, after ${idle} minutes without use, and ${most} ` +
        `hours after you signed in at the latest. The cookie stays for up to ` +
        `${SESSION_COOKIE_DAYS} days, and for ${idle} minutes after you sign out, so that words you ` +
        'were typing when it ended can be given back to you.',
    },
    {
      name: DEVICE_COOKIE,
      purpose:
        'Tells that you have signed in from this browser before, so that somebody who guesses at ' +
        'your password elsewhere cannot lock you out. It holds a random number and a ' +
        'fingerprint of your email address.',
      ends: '180 days after you first signed in from this browser',
    },
    {
      name: LINK_COOKIE,
      purpose:
        'Set only when you make a link for somebody to set a password: it carries the link, ' +
        'encrypted, to the page that shows it to you.',
      ends: `After ${LINK_COOKIE_SECONDS / 60} minutes`,
    },
    {
      name: 'authjs.csrf-token and others that begin with authjs.',
      purpose:
        'Used only while you are signing in or out: they make sure that what comes back belongs ' +
        'to what you began, and where to go afterwards.',
      ends: 'When you close your browser, or after a few minutes',
    },
  ];
  return (
    <Page title="Cookies" width="narrow">
      <h1 className="nhsuk-heading-xl">Cookies</h1>
      <p>
        Cookies are small files that a website puts on your device. This service uses only those it
        cannot work without, so it does not ask for your agreement.
      </p>
      <Table
        caption="Cookies that this service needs"
        columns={COLUMNS}
        rows={cookies}
        rowKey={(cookie) => cookie.name}
        empty={<p>This service sets no cookies.</p>}
      />
      <p>
        We use no cookies to measure how you use the service, none for advertising, and none from
        anybody else. Scripts on the page cannot read these cookies.
      </p>
      <p>
        You can delete cookies in your browser’s settings. Without the first one you cannot stay
        signed in.
      </p>
    </Page>
  );
}
