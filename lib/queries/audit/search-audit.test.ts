import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordAuditSearch } from '@/lib/commands/manage/record-audit';
import { type AuditView, readAuditView } from '@/lib/domain/audit-search';
import { EVENTS } from '@/lib/domain/events';
import type { PersonActor } from '@/lib/domain/permissions';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { exportAudit, searchAudit } from './search-audit';

const TYPES = Object.keys(EVENTS);
let world: World;
let birch: Supplier;
let manager: PersonActor;
let reference: string;
type Row = Record<'id' | 'type' | 'actor' | 'subject' | 'organisation', string> & { at: Date };
let all: Row[];

beforeAll(async () => {
  world = await makeWorld();
  const aster = await world.supplier('Aster Systems', 'AST1');
  birch = await world.supplier('Birch Software', 'BIR1');
  manager = await world.staff('Mo Manager', 'manager');
  const staff = [manager, await world.staff('Ash Assessor', 'assessor')];
  for (const owner of [aster, birch]) reference = await world.finishedDraft(owner);
  // Twelve days, several events at one instant, every type, by the portal and by people.
  const people = [...staff, aster.person, birch.person].map(({ personId }) => personId);
  await world.sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`insert into events (subject_id, subject_kind, organisation_id, sequence, type, audience, at,
        actor_side, actor_id, contents_hash, previous_hash, hash)
      select a.id, 'application', a.organisation_id, 100 + n, (${TYPES}::text[])[1 + n % ${TYPES.length}],
        'staff', '2026-11-10T23:00:00Z'::timestamptz + n / 3 * interval '3 hours',
        case when n % 5 = 4 then 'system' else 'staff' end,
        case when n % 5 < 4 then (${people}::uuid[])[1 + n % 5] end, '', '', ''
      from applications a, generate_series(1, 290) n`;
  });
  all = await world.sql<
    Row[]
  >`select e.id, e.type, e.at, e.actor_id as actor, e.subject_id as subject,
    e.organisation_id as organisation from events e order by e.at desc, e.id desc`;
});
afterAll(() => world.end());

const view = (query: Record<string, string>): AuditView => readAuditView(query, '2026-11-23');

/** Every page of a search, by the cursors between them. */
async function walk(query: Record<string, string>): Promise<string[]> {
  const found: string[] = [];
  let after: AuditView['after'] = null;
  for (let pages = 0; pages < 60; pages += 1) {
    const page = await searchAudit(manager, { ...view(query), after });
    expect(page?.problems).toEqual([]);
    found.push(...(page?.rows ?? []).map(({ id }) => id));
    if (!page?.next) return found;
    expect(page.rows).toHaveLength(25);
    after = page.next;
  }
  throw new Error('no end');
}

const WHO: [string, (row: Row) => boolean][] = [
  ['', () => true],
  ['mo manager', ({ actor }) => actor === manager.personId],
  ['person1@test.example', ({ actor }) => actor !== null && actor === emailed],
  ['the portal', ({ actor }) => actor === null],
];
let emailed = '';
beforeAll(async () => {
  const [row] = await world.sql`select id from people where email = 'person1@test.example'`;
  emailed = row?.id;
});
const WHAT: [string, (row: Row) => boolean][] = [
  ['', () => true],
  ['answer.saved', ({ type }) => type === 'answer.saved'],
];
const WHEN: [Record<string, string>, (row: Row) => boolean][] = [
  [{}, () => true],
  [
    { from: '11/11/2026', to: '12/11/2026' },
    ({ at }) => at >= new Date('2026-11-11T00:00Z') && at < new Date('2026-11-13T00:00Z'),
  ],
];
const ABOUT: [string, () => Record<string, string>, (row: Row) => boolean][] = [
  ['anything', () => ({}), () => true],
  ['a supplier', () => ({ supplier: 'bir1' }), ({ organisation }) => organisation === birch.id],
  ['both suppliers', () => ({ supplier: 's' }), ({ organisation }) => organisation !== null],
  ['a case', () => ({ reference }), ({ subject }) => subject === caseId],
];
let caseId = '';
beforeAll(async () => {
  const [row] = await world.sql`select id from applications where reference = ${reference}`;
  caseId = row?.id;
});

const SEARCHES = WHO.flatMap((who) =>
  WHAT.flatMap((what) =>
    WHEN.flatMap((when) => ABOUT.map((about) => [who, what, when, about] as const)),
  ),
);

test.each(SEARCHES)('%#: finds what a slow look finds, once, in order', async (...search) => {
  const [[who, byWho], [type, ofType], [when, within], [, about, ofSubject]] = search;
  const wanted = all.filter((row) => [byWho, ofType, within, ofSubject].every((is) => is(row)));
  expect(await walk({ who, type, ...when, ...about() })).toEqual(wanted.map(({ id }) => id));
});

test('an export holds all of it', async () => {
  const exported: string[] = [];
  for await (const rows of exportAudit(manager, view({ supplier: 'Birch' })))
    exported.push(...rows.map(({ id }) => id));
  expect(exported).toEqual(all.filter((r) => r.organisation === birch.id).map(({ id }) => id));
});

test('names that mean nobody or too many are said, and a period that cannot be', async () => {
  const problemsOf = async (query: Record<string, string>) =>
    (await searchAudit(manager, view(query)))?.problems.map(({ message }) => message);
  expect(await problemsOf({ who: 'Zed' })).toEqual(['Nobody matches ‘Zed’. Check the spelling']);
  expect(await problemsOf({ supplier: '100%' })).toEqual([
    'No supplier matches ‘100%’. Check the spelling',
  ]);
  expect(await problemsOf({ reference: 'DSI-2222-2222' })).toEqual([
    'No application is called DSI-2222-2222',
  ]);
  expect(await problemsOf({ from: '31/2/2026' })).toHaveLength(1);
  await world.sql`insert into people (email, name, roles, created_at)
    select 'crowd' || n || '@x.example', 'Crowd ' || n, '{assessor}', now() from generate_series(1, 21) n`;
  expect(await problemsOf({ person: 'crowd' })).toEqual([
    'More than 20 people match ‘crowd’. Enter more of the name',
  ]);
});

test('managers alone search, and each search is in the history of whoever made it', async () => {
  const assessor = await world.staff('Alex', 'assessor');
  expect(await searchAudit(assessor, view({}))).toBeNull();
  expect(await recordAuditSearch(assessor, { filter: 'who=Mo' })).toMatchObject({ ok: false });
  for await (const _ of exportAudit(assessor, view({}))) throw new Error('an assessor exported');
  expectOk(await recordAuditSearch(manager, { filter: 'who=Zed' }));
  const page = await searchAudit(manager, view({ type: 'audit.searched', person: 'Mo Manager' }));
  expect(page?.rows[0]).toMatchObject({ name: 'Mo Manager', actor: 'Mo Manager', kind: 'person' });
});

test('shows no words of any event', async () => {
  const page = await searchAudit(manager, view({ reference }));
  expect(Object.keys(page?.rows[0] ?? {}).sort()).toEqual(
    ['id', 'at', 'type', 'side', 'actor', 'kind', 'subjectId', 'sequence', 'supplier']
      .concat(['reference', 'name'])
      .sort(),
  );
});
