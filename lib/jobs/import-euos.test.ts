import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { applyImport, clearImport } from '@/lib/commands/imports/apply-import';
import { confirmImport, giveUpImport } from '@/lib/commands/imports/confirm-import';
import { codeOf } from '@/lib/testing/assessment';
import { euoImports } from '@/lib/testing/euo-import';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { checkImport } from './check-import';

const system = { kind: 'system', name: 'a test' } as const;
let world: World;
let imports: ReturnType<typeof euoImports>;
let acme: Supplier;
let other: Supplier;
beforeAll(async () => {
  world = await makeWorld();
  imports = euoImports(world);
});
beforeEach(async () => {
  acme = await world.supplier('Acme Care');
  other = await world.supplier('Other Care');
});
afterAll(async () => {
  await imports.end();
  await world.end();
});

const HEAD =
  'ods_code,name,state,go_live_on,dspt_status,dspt_published_on,dspt_checked_on,aup_version,aup_alerted_on,lead_ods_code,contact_email';
const READY = '25/26 Standards Met,28/06/2026,2026-07-01,1.0,2026-07-01';
const file = (...rows: string[]) => [HEAD, ...rows].join('\r\n');
const ELMS = file(
  `a 12 345,"Aster, ""Sons"" & Co",live,01/08/2026,${READY},,Ann@Example.com`,
  'B2,Birch,,,,,,,,A12345,',
  'C3,Cedar,live,2026-08-01,,,,,,,',
);
const ONE = file(`A12345,Aster,live,01/08/2026,${READY},,`);
const onlyRow = async (who: Supplier) => (await imports.ledger(who))[0];
const edit = (who: Supplier, at: string) =>
  world.sql`update onboardings set name = 'By hand', edited_fields = '{name}', edited_at = ${at}, edited_by = ${who.person.personId},
    version = version + 1 where organisation_id = ${who.id}`;

test('rows become end user organisations with their verdicts and checks', async () => {
  const found = await imports.preview(acme, ELMS);
  expect(found).toMatchObject({
    ...{ state: 'preview', rows_read: 3, added: 3, changed: 0, same: 0, refused: 0 },
  });
  expect(await imports.ledger(acme)).toEqual([]);
  expect(await imports.confirm(acme, found.id)).toMatchObject({ state: 'done', added: 3 });
  expect(await imports.ledger(acme)).toMatchObject([
    {
      ...{ ods_code: 'A12345', name: 'Aster, "Sons" & Co', state: 'live', state_on: '2026-08-01' },
      ...{ go_live_on: '2026-08-01', verdict: 'ready', reasons: [] },
      ...{ contact_email: 'ann@example.com' },
    },
    {
      ...{ ods_code: 'B2', state: 'planned', lead_ods_code: 'A12345', verdict: 'not_proven' },
      ...{ reasons: ['dspt_not_proven'], flags: ['ods_unchecked', 'aup_by_lead'] },
    },
    { ods_code: 'C3', verdict: 'not_proven', reasons: ['dspt_not_proven', 'aup_missing'] },
  ]);
  const checks =
    await world.sql`select code, status, level, edition, recorded_by from onboarding_checks
    where organisation_id = ${acme.id}`;
  expect(checks).toEqual([
    {
      ...{ code: 'A12345', status: '25/26 Standards Met', level: 'standards_met' },
      ...{ edition: '25/26', recorded_by: acme.contributor.personId },
    },
  ]);
  const [event] = await world.sql`select e.type, c.contents from events e
    join event_contents c on c.event_id = e.id where subject_id = ${found.id}`;
  expect(event).toMatchObject({
    type: 'onboardings.imported',
    contents: { fileName: 'euos.csv', added: 3, changed: 0, refused: 0 },
  });
  expect(await imports.ledger(other)).toEqual([]);
});

test('the same file again changes nothing, and its rows are gone once it ended', async () => {
  await imports.run(acme, ELMS);
  const before = await imports.ledger(acme);
  const again = await imports.run(acme, ELMS);
  expect(again).toMatchObject({ state: 'done', added: 0, changed: 0, same: 3 });
  expect(await imports.ledger(acme)).toEqual(before);
  const checks =
    await world.sql`select 1 from onboarding_checks where organisation_id = ${acme.id}`;
  expect(checks).toHaveLength(1);
  expectOk(await clearImport(system, { importId: again.id }));
  const rows = await world.sql`select 1 from onboarding_import_rows where import_id = ${again.id}`;
  expect(rows).toEqual([]);
});

test('another supplier’s organisations of the same codes are neither seen nor touched', async () => {
  await imports.run(acme, ELMS);
  const before = await imports.ledger(acme);
  const found = await imports.preview(other, file('A12345,Taken,,,,,,,,B2,', 'B2,Mine,,,,,,,,,'));
  expect(found).toMatchObject({ added: 2, changed: 0, edited: 0 });
  expect(JSON.stringify(found)).not.toContain('Aster');
  await imports.confirm(other, found.id);
  expect(await imports.ledger(acme)).toEqual(before);
  const theirs = { importId: found.id, replaceEdited: false };
  expect(codeOf(await confirmImport(acme.contributor, theirs))).toBe('not_found');
  expect(codeOf(await giveUpImport(acme.contributor, { importId: found.id }))).toBe('not_found');
});

test('what differs is changed, a blank cell and a missing column leave what is there', async () => {
  await imports.run(acme, ELMS);
  const found = await imports.preview(
    acme,
    'ods_code,name,state,contact_email\nA12345,Aster Ltd,suspended,\nB2,Birch,,',
  );
  expect(found).toMatchObject({ added: 0, changed: 1, same: 1 });
  expect(found).toMatchObject({
    preview: {
      change: [
        {
          ...{ line: 2, code: 'A12345', product: acme.productName },
          changes: { name: ['Aster, "Sons" & Co', 'Aster Ltd'], state: ['live', 'suspended'] },
        },
      ],
    },
  });
  await imports.confirm(acme, found.id);
  expect(await onlyRow(acme)).toMatchObject({
    ...{ name: 'Aster Ltd', state: 'suspended', state_on: '2026-11-23', version: 2 },
    ...{ go_live_on: '2026-08-01', contact_email: 'ann@example.com', verdict: 'ready' },
  });
  const [change] = await world.sql`select line, before from onboarding_import_changes
    where import_id = ${found.id}`;
  expect(change).toEqual({ line: 2, before: { name: 'Aster, "Sons" & Co', state: 'live' } });
});

test('a lead that is told of the AUP makes those ready that go by it', async () => {
  const alone = 'ods_code,name,lead_ods_code,dspt_status,dspt_published_on,dspt_checked_on\n';
  const checked = '25/26 Standards Met,2026-06-28,2026-07-01';
  await imports.run(acme, `${alone}L1,Lead,,,,\nF1,Follower,L1,${checked}`);
  expect(await onlyRow(acme)).toMatchObject({ ods_code: 'F1', reasons: ['aup_missing'] });
  await imports.run(acme, 'ods_code,aup_version,aup_alerted_on\nL1,1.0,2026-07-01');
  expect(await onlyRow(acme)).toMatchObject({ verdict: 'ready', flags: expect.anything() });
});

test('an alert since it went live is kept beside the one in time that it was judged by', async () => {
  await imports.run(acme, ONE);
  const later = 'ods_code,aup_version,aup_alerted_on,aup_method\nA12345,2.0,2026-10-01,post';
  expect(await imports.run(acme, later)).toMatchObject({ changed: 1 });
  const [row] =
    await world.sql`select verdict, aup_version, aup_alerted_on::text, aup_renewed_version,
    aup_renewed_on::text, aup_renewed_method from onboardings where organisation_id = ${acme.id}`;
  expect(row).toEqual({
    ...{ verdict: 'ready', aup_version: '1.0', aup_alerted_on: '2026-07-01' },
    ...{ aup_renewed_version: '2.0', aup_renewed_on: '2026-10-01', aup_renewed_method: 'post' },
  });
  expect(await imports.run(acme, later)).toMatchObject({ changed: 0, same: 1 });
});

const RENAMED = 'ods_code,name\nA12345,By the file';

test('what was edited is replaced where somebody says so, unless it was edited after the preview', async () => {
  await imports.run(acme, ONE);
  await edit(acme, '2026-11-23T10:00:01Z');
  // The clock of a test stands still: the preview is made a moment later than the edit.
  const later = (id: string, at: string) =>
    world.sql`update onboarding_imports set checked_at = ${at} where id = ${id}`;
  const first = await imports.preview(acme, RENAMED);
  expect(first).toMatchObject({ edited: 1 });
  await later(first.id, '2026-11-23T10:00:00Z');
  expect(await imports.confirm(acme, first.id, true)).toMatchObject({ edited: 1, changed: 0 });
  expect(await onlyRow(acme)).toMatchObject({ name: 'By hand' });
  const second = await imports.preview(acme, RENAMED);
  await later(second.id, '2026-11-23T10:00:02Z');
  expect(await imports.confirm(acme, second.id, true)).toMatchObject({ edited: 0, changed: 1 });
  expect(await onlyRow(acme)).toMatchObject({ name: 'By the file' });
});

test('two imports at once are done one after the other', async () => {
  const [one, two] = [await imports.preview(acme, ELMS), await imports.preview(acme, ELMS)];
  for (const { id } of [one, two])
    expectOk(await confirmImport(acme.contributor, { importId: id, replaceEdited: false }));
  await Promise.all([one, two].map(({ id }) => applyImport(system, { importId: id })));
  const found = [await imports.row(one.id), await imports.row(two.id)];
  expect(found.map(({ added, same }) => [added, same]).sort()).toEqual([
    [0, 3],
    [3, 0],
  ]);
});

test('one that was given up does nothing, and one that was done is done once', async () => {
  const { id } = await imports.preview(acme, ELMS);
  expectOk(await giveUpImport(acme.contributor, { importId: id }));
  const confirm = { importId: id, replaceEdited: false };
  expect(codeOf(await confirmImport(acme.contributor, confirm))).toBe('wrong_status');
  expectOk(await applyImport(system, { importId: id }));
  await checkImport(id);
  expect(await imports.row(id)).toMatchObject({ state: 'given_up' });
  expect(await imports.ledger(acme)).toEqual([]);
  expect(codeOf(await confirmImport(acme.signatory, confirm))).toBe('forbidden');
});

test('the database counts the ledger anew where an import adds much to it', async () => {
  await world.sql`analyze onboardings`;
  const counted = async () => {
    const [row] = await world.sql<{ rows: number }[]>`
      select reltuples::int as rows from pg_class where relname = 'onboardings'`;
    return row?.rows ?? 0;
  };
  const before = await counted();
  const rows = Array.from({ length: 1000 }, (_, n) => `N${n},Surgery ${n},,,,,,,,,`);
  await imports.run(acme, file(...rows));
  expect(await counted()).toBe(before + 1000);
});
