import { inject } from 'vitest';

export type TestDatabase = {
  name: string;
  /** The migrating login's address; it sees no tenant's rows, as in production. */
  ownerUrl: string;
  /** What the app connects with. */
  appUrl: string;
  /** For asserting what really is in the tables, beyond row-level security. */
  superuserUrl: string;
  drop(): Promise<void>;
};

async function ask(path: string): Promise<Response> {
  const response = await fetch(`${inject('databases')}${path}`, { method: 'POST' });
  if (!response.ok) throw new Error(`No test database: ${await response.text()}`);
  return response;
}

/**
 * A migrated, empty database for one test file. The first call of a run starts the cluster.
 * Set process.env.DATABASE_URL to its appUrl before the client first connects.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const made = (await (await ask('/create')).json()) as Omit<TestDatabase, 'drop'>;
  return { ...made, drop: async () => void (await ask(`/drop/${made.name}`)) };
}
