import { freePort } from '@/db/embedded';
import { startIdentityProvider } from '@/lib/testing/identity-provider';
import { browserCast } from './browser-cast';
import { endLeftover, serve } from './next-server';

type Databases = { appUrl: string; superuserUrl: string }[];

/**
 * A portal as on a server of one's own, beside the one under test, which is the demo's: everybody of the
 * staff must have a second factor, and may sign in at a real identity provider. `index` is the worker's.
 */
export async function startStaffPortal(index: number, settings: Record<string, string> = {}) {
  const databases: Databases = JSON.parse(process.env.E2E_STAFF_DATABASES ?? '[]');
  const database = databases[index];
  if (!database) throw new Error('There is a database for staff for each of two workers.');
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const uri = `${url}/api/auth/callback/oidc`;
  const client = { id: 'portal', secret: 'a-secret-of-a-test', uri };
  const provider = await startIdentityProvider(client);
  const { PORTAL_CLOCK_FILE: _, ...inherited } = process.env;
  const env = {
    ...inherited,
    ...{ DEMO: '0', DATABASE_URL: database.appUrl },
    ...{ OIDC_ISSUER: provider.issuer, OIDC_TENANT: provider.tenant, OIDC_NAME: 'Trust sign-on' },
    ...{ OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret },
    ...settings,
  } as NodeJS.ProcessEnv;
  const name = `staff-test-${process.pid}`;
  await serve({ command: 'start', port, host: '127.0.0.1', env, name, quiet: true });
  const { sql, staff, supplier } = browserCast(database.superuserUrl);

  async function end() {
    await sql.end({ timeout: 5 });
    await endLeftover(name);
    await provider.stop();
  }

  return { url, provider, sql, staff, supplier, end };
}
export type StaffPortal = Awaited<ReturnType<typeof startStaffPortal>>;
