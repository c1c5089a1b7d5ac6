import { sql } from 'drizzle-orm';
import { bigint, check, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, instant } from './columns';
import { people } from './people';

/** Secrets of authenticator apps, sealed, and out of reach of every role the portal works as. */
export const secondFactors = pgTable(
  'second_factors',
  {
    personId: uuid()
      .primaryKey()
      .references(() => people.id),
    /** The secret in force; null while the first one is being set up. */
    sealed: text(),
    setAt: instant(),
    /** The time step of the last code taken, so that no code works twice. */
    lastStep: bigint({ mode: 'number' }),
    /** A secret that was shown and not proved yet. */
    pending: text(),
    pendingAt: instant(),
  },
  (t) => [check('second_factors_set', sql`(${t.sealed} is null) = (${t.setAt} is null)`)],
);

/** Codes for somebody without their app; only the keyed hash of each is kept. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    codeHash: text().notNull(),
    madeAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [unique('recovery_codes_code').on(t.personId, t.codeHash)],
);
