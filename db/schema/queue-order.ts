import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

// Indexes serve an expression only where a query repeats it word for word, so both take it here.

/** A list of ids of the domain, for an index's condition; never what somebody typed. */
export const listed = (ids: readonly string[]): SQL =>
  sql.raw(ids.map((id) => `'${id}'`).join(', '));

/** Due first, with what nobody must do by any day at the end. */
export const dueOrder = (t: { dueOn: SQLWrapper }): SQL =>
  sql`coalesce(${t.dueOn}, 'infinity'::date)`;

/** When the round under review was received; a draft counts from when it was started. */
export const ageOrder = (t: { submittedAt: SQLWrapper; createdAt: SQLWrapper }): SQL =>
  sql`coalesce(${t.submittedAt}, ${t.createdAt})`;

/** 0 for a case that came back to its assessor, 1 for every other. */
export const resubmittedFirst = (t: { status: SQLWrapper; round: SQLWrapper }): SQL =>
  sql`(case when ${t.status} = 'submitted' and ${t.round} > 1 then 0 else 1 end)`;
