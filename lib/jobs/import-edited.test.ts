import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { changeDetails } from '@/lib/commands/onboardings/change-details';
import { moveClock } from '@/lib/ports/clock';
import { getImport } from '@/lib/queries/imports/get-import';
import { euoImports } from '@/lib/testing/euo-import';
import { onboardingSteps, typed } from '@/lib/testing/onboardings';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';

let world: World;
let imports: ReturnType<typeof euoImports>;
let steps: ReturnType<typeof onboardingSteps>;
let acme: Supplier;
beforeAll(async () => {
  world = await makeWorld();
  imports = euoImports(world);
  steps = onboardingSteps(world);
});
beforeEach(async () => {
  acme = await world.supplier('Acme Care');
  moveClock('2026-11-23T10:00:00Z');
});
afterEach(() => moveClock(null));
afterAll(async () => {
  await imports.end();
  await world.end();
});

let minute = 0;
const later = () => {
  minute += 1;
  moveClock(new Date(Date.parse('2026-11-23T10:00:00Z') + minute * 60_000));
};
const idOf = async (code: string): Promise<string> => {
  const [found] = await world.sql`select id from onboardings
    where organisation_id = ${acme.id} and ods_code = ${code}`;
  return found?.id;
};
/** As its page does. */
async function edits(code: string, changes: Record<string, string>) {
  later();
  const onboardingId = await idOf(code);
  const row = await steps.row(onboardingId);
  const values = typed.details({
    ...{ name: row.name, contactName: row.contact_name, contactEmail: row.contact_email },
    ...changes,
  });
  expectOk(await changeDetails(acme.contributor, { onboardingId, version: row.version, values }));
}
/** From the file to the ledger; answers what the preview said. */
async function run(content: string, replaceEdited = false) {
  later();
  const { id, ...found } = await imports.preview(acme, content);
  later();
  await imports.confirm(acme, id, replaceEdited);
  return found;
}
const row = async (code: string) => steps.row(await idOf(code));

const FIRST = 'ods_code,name,contact_email\nA1,Aster,old@acme.example';

test('what a person edited is kept, also once an import changed something else of it', async () => {
  await run(FIRST);
  await edits('A1', { name: 'By hand' });
  const other = 'ods_code,contact_email\nA1,new@acme.example';
  expect(await run(other)).toMatchObject({ edited: 0, changed: 1 });
  expect(await row('A1')).toMatchObject({ name: 'By hand', contact_email: 'new@acme.example' });
  expect(await run('ods_code,name\nA1,By the file')).toMatchObject({ edited: 1, changed: 0 });
  expect(await row('A1')).toMatchObject({ name: 'By hand' });
});

test('what was replaced once is the file’s again, and what was not stays the person’s', async () => {
  await run(FIRST);
  await edits('A1', { name: 'By hand', contactEmail: 'hand@acme.example' });
  expect(await run('ods_code,name\nA1,By the file', true)).toMatchObject({ edited: 1 });
  expect(await row('A1')).toMatchObject({ name: 'By the file' });
  expect(await run('ods_code,name\nA1,Again')).toMatchObject({ edited: 0, changed: 1 });
  const both = 'ods_code,name,contact_email\nA1,Once more,file@acme.example';
  expect(await run(both)).toMatchObject({ edited: 1, changed: 0 });
  expect(await row('A1')).toMatchObject({ name: 'Again', contact_email: 'hand@acme.example' });
});

test('what a person cleared or added is the person’s, and what nobody filled in is not', async () => {
  await run(FIRST);
  await edits('A1', { contactEmail: '' });
  expect(await run(FIRST)).toMatchObject({ edited: 1, changed: 0 });
  await steps.add(acme, { name: 'Birch' }, 'B2');
  const content = 'ods_code,name,contact_email\nB2,Birch,b@acme.example';
  expect(await run(content)).toMatchObject({ edited: 0, changed: 1 });
  expect(await run('ods_code,name\nB2,Beech')).toMatchObject({ edited: 1, changed: 0 });
});

test('a row that is kept gives nobody a lead, so that those it leads are not refused', async () => {
  await run('ods_code,name\nA1,Aster\nL1,Lead\nX1,Other');
  await world.sql`update onboardings set edited_fields = '{lead_ods_code}', edited_at = imported_at
    where organisation_id = ${acme.id} and ods_code = 'L1'`;
  const rings = 'ods_code,lead_ods_code,name\nL1,X1,Lead\nF1,L1,Follower';
  later();
  const found = await imports.preview(acme, rings);
  expect(found).toMatchObject({ edited: 1, added: 1, refused: 0 });
  // Replaced as well, it has a lead, and leads nobody.
  expect(await imports.confirm(acme, found.id, true)).toMatchObject({ changed: 1, refused: 1 });
  expect((await imports.ledger(acme)).map(({ ods_code }) => ods_code)).toEqual(['A1', 'L1', 'X1']);
  const says = { ods_code: 'F1', name: 'Follower', lead_ods_code: 'L1' };
  const refusals = [{ line: 3, reasons: ['lead_has_lead'], cells: says }];
  expect(await getImport(acme.contributor, found.id)).toMatchObject({ refusals });
});
