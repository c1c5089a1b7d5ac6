import { Page } from '@/components/shell/page';
import { type Column, Table } from '@/components/ui/table';
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
        'Keeps you signed in. It holds the number of your session in sealed form, and nothing ' +
        'else about you. On a secure connection its name begins with __Secure-.',
      ends:
        `When you sign out, after ${idle} minutes without use, and ${most} hours after you ` +
        'signed in at the latest',
    },
    {
      name: 'authjs.csrf-token',
      purpose: 'Makes sure that the form to sign in or out came from this service.',
      ends: 'When you close your browser',
    },
    {
      name: 'authjs.callback-url',
      purpose: 'Remembers where to go after signing in.',
      ends: 'When you close your browser',
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
        anybody else. A script on the page cannot read the cookie that keeps you signed in.
      </p>
      <p>
        You can delete cookies in your browser’s settings. Without the first one you cannot stay
        signed in.
      </p>
    </Page>
  );
}
