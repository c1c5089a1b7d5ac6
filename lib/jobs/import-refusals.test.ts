import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { euoImports } from '@/lib/testing/euo-import';
import { makeWorld, type Supplier, type World } from '@/lib/testing/world';

let world: World;
let imports: ReturnType<typeof euoImports>;
let acme: Supplier;
beforeAll(async () => {
  world = await makeWorld();
  imports = euoImports(world);
});
beforeEach(async () => {
  acme = await world.supplier('Acme Care');
});
afterAll(async () => {
  await imports.end();
  await world.end();
});

/** What a file is refused for, row by row, where the ledger holds another. */
async function refusals(content: string, before?: string) {
  if (before) await imports.run(acme, before);
  const { id } = await imports.preview(acme, content);
  return imports.refusals(id);
}

test('every reason of a row is given, also those that only the whole file shows', async () => {
  const rows = [
    'ods_code,name,state,lead_ods_code,go_live_on,contact_email',
    ',Nobody,,,,',
    'A1,,live,A1,31/06/2026,ann@',
    'B2,Birch,live,Z9,,',
    'B2,Birch again,planned,,,',
    'C3,Cedar,live,,2026-11-24,',
    'D4,Dogwood,,E5,,',
    'E5,Elm,,B2,,',
    'F6,Fir,,C3,,',
    'G7,Gum,,H8,,',
    'H8,Hazel,,,,',
  ];
  expect(await refusals(rows.join('\n'))).toEqual([
    [2, 'code_missing'],
    [3, 'lead_itself', 'go_live_unreadable', 'email_unreadable', 'name_missing'],
    [4, 'go_live_missing', 'lead_missing'],
    [5, 'code_twice'],
    [6, 'go_live_ahead'],
    [7, 'lead_has_lead'],
    [8, 'lead_refused'],
    [9, 'lead_refused'],
  ]);
});

describe('beside the ledger', () => {
  const HEAD = 'ods_code,name,state,go_live_on,lead_ods_code';
  const before = [
    HEAD,
    'L1,Lead,planned,,',
    'F1,Follower,planned,,L1',
    'P1,Planned,planned,2026-12-01,',
  ]
    .concat('S1,Suspended,suspended,2026-01-01,', 'D1,Done,disconnected,2026-01-01,')
    .join('\n');

  test.each([
    ['a state that is no move', 'S1,,planned,,', ['state_move']],
    ['a lead that gets a lead', 'L1,,,,P1', ['is_lead']],
    ['a lead that has one', 'P1,,,,F1', ['lead_has_lead']],
    ['going live on a day ahead', 'P1,,live,,', ['go_live_ahead']],
    ['going live without being ready', 'P1,,live,2026-11-01,', ['not_ready']],
    ['going live without a day', 'L1,,live,,', ['go_live_missing']],
    ['another go-live date of one that went live', 'S1,,,2026-01-02,', ['go_live_fixed']],
    ['a change of what is closed', 'D1,Another name,,,', ['closed']],
    ['a new one just live that is not ready', 'N1,New,live,2026-10-25,', ['not_ready_new']],
  ])('%s is refused', async (_, row, reasons) => {
    const found = await refusals(`${HEAD}\n${row}`, before);
    expect(found).toEqual([[2, ...reasons]]);
  });

  test('what may be is not', async () => {
    const rows = [
      ...[
        'F1,,,,L1',
        'P1,,cancelled,,',
        'S1,,live,2026-01-01,',
        'D1,Done,disconnected,2026-01-01,',
      ],
      ...['N1,New,disconnected,2020-01-01,L1', 'N2,New,live,2026-10-23,'],
    ];
    expect(await refusals([HEAD, ...rows].join('\n'), before)).toEqual([]);
  });

  test('a planned one that is ready goes live, on the day that the file says', async () => {
    await imports.run(acme, before);
    const head = `${HEAD},dspt_status,dspt_published_on,dspt_checked_on,aup_version,aup_alerted_on`;
    const row = 'P1,,live,2026-11-01,,25/26 Standards Met,2026-06-28,2026-10-31,1.0,2026-10-31';
    const found = await imports.run(acme, `${head}\n${row}`);
    expect(found).toMatchObject({ changed: 1, refused: 0 });
    const [planned] = (await imports.ledger(acme)).filter(({ ods_code }) => ods_code === 'P1');
    expect(planned).toMatchObject({
      ...{ state: 'live', state_on: '2026-11-01', go_live_on: '2026-11-01', verdict: 'ready' },
    });
  });
});

test('a name is not needed where ODS knows the code, and its address comes along', async () => {
  const [snapshot] =
    await world.sql`insert into register_snapshots (register, file_name, size, sha256,
    storage_key, as_of, complete, state, uploaded_by, uploaded_at) values ('ods_practices', 'x', 1, 'x', 'x',
    '2026-11-01', true, 'ready', ${acme.person.personId}, now()) returning id`;
  await world.sql`insert into ods_organisations (code, name, address, postcode, role, active, as_of, source,
    snapshot_id) values ('Y1', 'YEW SURGERY', '1 High Street', 'AB1 2CD', 'x', true, '2026-11-01', 'file',
    ${snapshot?.id})`;
  expect(await imports.run(acme, 'ods_code\nY1\nY2')).toMatchObject({ added: 1, refused: 1 });
  const [row] = await world.sql`select name, address, flags from onboardings
    where organisation_id = ${acme.id}`;
  expect(row).toEqual({ name: 'YEW SURGERY', address: '1 High Street, AB1 2CD', flags: [] });
});

test('the product is needed where there are several', async () => {
  await world.sql`insert into products (organisation_id, name, created_at, available_from)
    values (${acme.id}, 'Booking', now(), '2026-01-01')`;
  const head = 'ods_code,name,product,state,go_live_on';
  expect(await refusals(`${head}\nA1,A,,,\nA1,A,booking,live,2025-12-31\nB2,B,Rota,,`)).toEqual([
    [2, 'product_missing'],
    [3, 'go_live_before_product'],
    [4, 'product_unknown'],
  ]);
  const both = `${head}\nA1,A,booking,,\nA1,A,${acme.productName},,`;
  expect(await imports.run(acme, both)).toMatchObject({ added: 2, refused: 0 });
});

describe('a file that cannot be taken says why, and leaves nothing', () => {
  test.each<[string, string | Buffer, string | RegExp]>([
    ['is empty', '\n', 'The selected file is empty'],
    ['has headings only', 'ods_code,name\n,\n', 'The selected file has headings and no rows'],
    ['misses the code', 'name,state\nA1,x', /must have the column ‘ods_code’/],
    ['has a column twice', 'ods_code,Name,name\nA1,x,y', /‘name’ once only/],
    ['has an open mark', 'ods_code,name\nA1,"Aster,x\nB2,y', /from line 2 on: a quotation mark/],
    ['has a million columns', `${'x,'.repeat(1_000_000)}\n1`, /from line 1 on:/],
  ])('one that %s', async (_, content, problem) => {
    const found = await imports.preview(acme, content);
    expect(found).toMatchObject({ state: 'refused', problem: expect.stringMatching(problem) });
    const rows =
      await world.sql`select 1 from onboarding_import_rows where import_id = ${found.id}`;
    expect(rows).toEqual([]);
  });
});

test('mixed line ends, other orders, Windows-1252 and unknown columns are read', async () => {
  const content =
    'Verdict,Name,ODS code\r\nx,"O\x92Neil, ""A"" & Sons",a1\ny,Caf\xe9,b2\rz,"C\n3",c3';
  await imports.run(acme, Buffer.from(content, 'latin1') as unknown as string);
  const names = (await imports.ledger(acme)).map(({ name }) => name);
  expect(names).toEqual(['O’Neil, "A" & Sons', 'Café', 'C 3']);
});
