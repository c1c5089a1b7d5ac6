import { sql } from 'drizzle-orm';
import { type AnyPgColumn, check, timestamp, uuid } from 'drizzle-orm/pg-core';
import { listed } from './queue-order';

/** An instant to the millisecond: what a JavaScript Date holds, so that keyset pages lose no row. */
export const instant = (name?: string) =>
  name === undefined
    ? timestamp({ precision: 3, withTimezone: true, mode: 'date' })
    : timestamp(name, { precision: 3, withTimezone: true, mode: 'date' });

/** A random primary key. */
export const id = () => uuid().primaryKey().defaultRandom();

/** A CHECK that holds a text column to the ids of a table of the domain. */
export const oneOf = (name: string, column: AnyPgColumn, values: readonly string[]) =>
  check(name, sql`${column} in (${listed(values)})`);
