import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { type AuditView, THE_PORTAL } from '@/lib/domain/audit-search';
import type { FieldProblem } from '@/lib/domain/result';
import { containing, plain } from '@/lib/queries/search-text';

/** More than these are nobody in particular, and each of them costs a walk along an index. */
const MOST = 20;

/** What the words of a search stand for; null where nothing was said. */
export type Named = {
  /** Who acted; 'system' for what no person did. */
  actors: string[] | 'system' | null;
  /** The chains of a case or of people. */
  subjects: string[] | null;
  organisations: string[] | null;
};
type Found = { ids: string[] | null; problem?: FieldProblem };

const idsOf = async (tx: Tx, statement: SQL) =>
  [...(await tx.execute<{ id: string }>(statement))].map(({ id }) => id);

type Words = { one: string; many: string };

/** The ids behind words, with the problem of none or of too many. */
async function find(tx: Tx, field: string, text: string, table: SQL, words: Words): Promise<Found> {
  if (text === '') return { ids: null };
  const ids = await idsOf(tx, sql`select id from ${table} limit ${MOST + 1}`);
  const says = (message: string): Found => ({ ids: [], problem: { field, message } });
  if (ids.length === 0) return says(`${words.one} matches ‘${text}’. Check the spelling`);
  if (ids.length > MOST)
    return says(`More than ${MOST} ${words.many} match ‘${text}’. Enter more of the name`);
  return { ids };
}

const people = (text: string) =>
  sql`(select id from people where name ilike ${containing(text)}
    union select id from people where lower(email) = lower(${text})) p`;
const suppliers = (text: string) =>
  sql`(select id from organisations where name ilike ${containing(text)}
    union select id from organisations where ods_code = upper(${text})) o`;

const PERSON: Words = { one: 'Nobody', many: 'people' };
const SUPPLIER: Words = { one: 'No supplier', many: 'suppliers' };

/**
 * Looks up who and what a search names: a person by part of a name or a whole email address, a
 * supplier by part of a name or its ODS code, a case by its reference. Unknown or too common names
 * are problems of their fields.
 */
export async function findNamed(
  tx: Tx,
  { typed, reference }: Pick<AuditView, 'typed' | 'reference'>,
): Promise<Named & { problems: FieldProblem[] }> {
  const [who, person, supplier] = [typed.who, typed.person, typed.supplier].map(plain) as [
    ...[string, string, string],
  ];
  const portal = who.toLowerCase() === THE_PORTAL;
  const actors = portal ? { ids: null } : await find(tx, 'who', who, people(who), PERSON);
  const about = await find(tx, 'person', person, people(person), PERSON);
  const by = await find(tx, 'supplier', supplier, suppliers(supplier), SUPPLIER);
  const cases = reference
    ? await idsOf(tx, sql`select id from applications where reference = ${reference}`)
    : null;
  const problems = [actors, about, by].flatMap(({ problem }: Found) => problem ?? []);
  if (cases?.length === 0)
    problems.push({ field: 'reference', message: `No application is called ${reference}` });
  const subjects = cases && about.ids ? [] : (cases ?? about.ids);
  return {
    actors: portal ? 'system' : actors.ids,
    ...{ subjects, organisations: by.ids, problems },
  };
}
