import { freePort } from '@/db/embedded';
import { wait } from '@/db/embedded-process';
import { startMailServer, tokenIn } from '@/lib/testing/mail-server';
import { type OdsReply, odsAnswer, startOdsServer } from '@/lib/testing/ods-server';
import { browserCast } from './browser-cast';
import { endLeftover, serve } from './next-server';

type Databases = { appUrl: string; superuserUrl: string }[];

/**
 * A second portal for the browser's tests, on a database of its own, whose email goes to a real mail
 * server and whose questions go to a server in the ODS API's place: the one under test has neither, as
 * the demo. `index` is the worker's.
 */
export async function startMailPortal(index: number) {
  const databases: Databases = JSON.parse(process.env.E2E_MAIL_DATABASES ?? '[]');
  const database = databases[index];
  if (!database) throw new Error('There is a database for mail for each of two workers.');
  const bouncing = new Set<string>();
  const server = await startMailServer({
    refuse: (stage, address) => (stage === 'recipient' && bouncing.has(address) ? 550 : undefined),
  });
  /** What ODS answers of a code where a test says so; of any other, that it has it. */
  const odsReplies = new Map<string, OdsReply>();
  const ods = await startOdsServer((code) => odsReplies.get(code) ?? { body: odsAnswer(code) });
  const { PORTAL_CLOCK_FILE: _, ...inherited } = process.env;
  const mail = { SMTP_URL: server.url, MAIL_FROM: 'Portal <portal@nhs.example>' };
  const api = { ODS_API_URL: ods.url, ODS_API_KEY: 'a-key-of-a-test' };
  const env = { ...inherited, ...mail, ...api, DATABASE_URL: database.appUrl } as NodeJS.ProcessEnv;
  const port = await freePort();
  const name = `mail-test-${process.pid}`;
  await serve({ command: 'start', port, host: '127.0.0.1', env, name, quiet: true });
  const { sql, staff, names, supplier } = browserCast(database.superuserUrl);
  // Everybody sees them, also those of a worker that had this database before.
  await sql`update judging_runs set aup_version_id = null`;
  await sql`delete from aup_versions`;
  await sql`update applications set guidance = 1`;
  await sql`delete from guidance_versions where number > 1`;
  await sql`delete from calendar_versions where number > 1`;
  await sql`delete from settings where number > 1`;
  const mailsTo = (email: string) => server.taken.filter(({ to }) => to.includes(email));

  /** The link in the newest email to an address, once there are so many. */
  async function linkFor(email: string, many = 1): Promise<string> {
    for (const until = Date.now() + 30_000; Date.now() < until; await wait(100)) {
      const mails = mailsTo(email);
      if (mails.length < many) continue;
      return `http://localhost:${port}/set-password/${tokenIn(mails.at(-1))}`;
    }
    throw new Error(`No email came to ${email}.`);
  }

  async function end() {
    await sql.end({ timeout: 5 });
    await endLeftover(name);
    await server.stop();
    await ods.stop();
  }

  return {
    url: `http://localhost:${port}`,
    bouncing,
    odsReplies,
    staff,
    names,
    supplier,
    linkFor,
    end,
  };
}
export type MailPortal = Awaited<ReturnType<typeof startMailPortal>>;
