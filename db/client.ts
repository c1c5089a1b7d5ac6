import { AsyncLocalStorage } from 'node:async_hooks';
import { sql as raw, type SQL } from 'drizzle-orm';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { type Actor, isStaff } from '@/lib/domain/permissions';
import { requireEnv } from '@/lib/env';
import { CONNECT_PATIENCE, isConnectionTrouble, withoutParameters } from './errors';
import * as schema from './schema';

type Database = PostgresJsDatabase<typeof schema>;
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0];

const held = globalThis as { portalDatabase?: { url: string; client: postgres.Sql; db: Database } };

/**
 * Prepares statements once a connection: planning them costs more than running most of them. Not so
 * the searches, whose best plan depends on the words.
 */
function preparing<Client extends object>(client: Client): Client {
  return new Proxy(client, {
    get(target, name) {
      const own = Reflect.get(target, name) as (...given: unknown[]) => unknown;
      if (name === 'unsafe')
        return (text: string, values?: unknown[]) =>
          own(text, values, { prepare: !text.includes(' ilike ') });
      if (name === 'begin' || name === 'savepoint')
        return (work: (inner: object) => unknown) => own((inner: object) => work(preparing(inner)));
      return own;
    },
  });
}

function database(): Database {
  const url = requireEnv('DATABASE_URL');
  if (held.portalDatabase?.url !== url) {
    const client = postgres(url, { max: 20, connect_timeout: 5, onnotice: () => undefined });
    const db = drizzle(preparing(client), { schema, casing: 'snake_case' });
    held.portalDatabase = { url, client, db };
  }
  return held.portalDatabase.db;
}

/** Closes the pool, for commands that end and for tests. */
export async function closeDatabase(): Promise<void> {
  const client = held.portalDatabase?.client;
  delete held.portalDatabase;
  await client?.end({ timeout: 5 });
}

/** The role entered and the settings that policies read, for one actor. */
function identityOf(actor: Actor) {
  if (actor.kind === 'visitor') return { role: 'portal_visitor', side: '', person: '', org: '' };
  if (actor.kind === 'system')
    return { role: 'portal_system', side: 'system', person: '', org: '' };
  const staff = isStaff(actor);
  return {
    role: staff ? 'portal_staff' : 'portal_supplier',
    side: staff ? 'staff' : 'supplier',
    person: actor.personId,
    org: actor.organisationId ?? '',
  };
}

const inside = new AsyncLocalStorage<true>();

/** A transaction that throws when somebody keeps it: later it would speak as another tenant. */
function shortLived(tx: Tx): { tx: Tx; end: () => void } {
  let ended = false;
  const guarded = new Proxy(tx, {
    get(target, name) {
      if (ended) throw new Error('a transaction was used after it had ended');
      const value = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { tx: guarded, end: () => (ended = true) };
}

/**
 * The only door to tenant data: runs `work` in one transaction, as the database role of the actor
 * and with the actor's organisation set, so that row-level security decides what is there.
 * Connecting is tried again for 15 seconds; `work` itself runs once. It must not be nested.
 */
export async function asActor<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (inside.getStore()) throw new Error('asActor() inside asActor() would wait for itself');
  const who = identityOf(actor);
  const giveUp = Date.now() + CONNECT_PATIENCE;
  for (let wait = 100; ; wait = Math.min(wait * 2, 1000)) {
    let begun = false;
    try {
      return await database().transaction(async (transaction) => {
        await transaction.execute(raw`select set_config('role', ${who.role}, true),
          set_config('app.side', ${who.side}, true), set_config('app.person_id', ${who.person}, true),
          set_config('app.organisation_id', ${who.org}, true)`);
        begun = true;
        const { tx, end } = shortLived(transaction);
        try {
          return await inside.run(true, () => work(tx));
        } finally {
          end();
        }
      });
    } catch (error) {
      if (begun || !isConnectionTrouble(error) || Date.now() > giveUp)
        throw withoutParameters(error);
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/**
 * One statement as the app's own login, which has no grant on any table and may call nothing but
 * the session look-up: a request pays one round trip for it instead of a transaction's four. A
 * statement given here must bear being sent twice.
 */
export async function asLogin<T extends Record<string, unknown>>(statement: SQL): Promise<T[]> {
  const giveUp = Date.now() + CONNECT_PATIENCE;
  for (let wait = 100; ; wait = Math.min(wait * 2, 1000)) {
    try {
      return [...(await database().execute(statement))] as T[];
    } catch (error) {
      if (!isConnectionTrouble(error) || Date.now() > giveUp) throw withoutParameters(error);
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}
