import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PersonActor } from '@/lib/domain/permissions';
import { moveClock } from '@/lib/ports/clock';
import { putEuo } from '@/lib/testing/euos';
import { type OdsReply, odsAnswer, odsNotKnown, startOdsServer } from '@/lib/testing/ods-server';
import { makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { lookUpOds } from './look-up-ods';

let world: World;
let acme: Supplier;
let asha: PersonActor;
let server: Awaited<ReturnType<typeof startOdsServer>>;
let reply: (code: string) => OdsReply;
beforeAll(async () => {
  world = await makeWorld();
  acme = await world.supplier('Acme Care');
  asha = await world.staff('Asha Assessor', 'assessor');
  server = await startOdsServer((code) => reply(code));
});
afterAll(async () => {
  delete process.env.ODS_API_URL;
  delete process.env.ODS_API_KEY;
  await server.stop();
  await world.end();
});
beforeEach(async () => {
  process.env.ODS_API_URL = server.url;
  process.env.ODS_API_KEY = 'a-key';
  reply = (code) => ({ body: odsAnswer(code, { name: 'ACME CARE LTD' }) });
  server.asked.length = 0;
  moveClock('2026-11-23T10:00:00Z');
  await world.sql`truncate ods_rows, ods_organisations, throttles`;
});

const kept = async (code: string) => {
  const [row] = await world.sql`select name, role, active, as_of::text as day, source, looked_up_at
    from ods_organisations where code = ${code}`;
  return row;
};
const known = (asOf: string, name: string) =>
  world.sql.begin(async (sql) => {
    const [snapshot] =
      await sql`insert into register_snapshots (register, file_name, size, sha256, storage_key,
      as_of, complete, state, uploaded_by, uploaded_at) values ('ods_other', 'file.csv', 1,
      ${`sha ${asOf}`}, ${`key ${asOf}`}, ${asOf}, false, 'ready', ${asha.personId}, now()) returning id`;
    await sql`insert into ods_organisations values ('A1B2C', ${name}, '', '', '', true, null, null,
      ${asOf}, 'file', ${snapshot?.id}, null)`;
  });

test('contributors, assessors and managers ask; others, and nonsense, are refused', async () => {
  const fact = { ok: true, value: { state: 'active', name: 'ACME CARE LTD', source: 'api' } };
  expect(await lookUpOds(acme.contributor, { code: ' a1b2c ' })).toMatchObject(fact);
  expect(await lookUpOds(asha, { code: 'A1' })).toMatchObject(fact);
  for (const actor of [acme.signatory, acme.administrator, { kind: 'visitor' } as const])
    expect(await lookUpOds(actor, { code: 'A1B2C' })).toMatchObject({
      problem: { kind: 'forbidden' },
    });
  for (const input of [{ code: '../A1' }, { code: '' }, {}, null])
    expect(await lookUpOds(asha, input)).toMatchObject({ problem: { kind: 'invalid' } });
  expect(server.asked.map(({ path }) => path)).toEqual([
    '/fhir/Organization/A1B2C',
    '/fhir/Organization/A1',
  ]);
});

test('an answer is kept with its source and time, and used again for 24 hours', async () => {
  await lookUpOds(asha, { code: 'A1B2C' });
  expect(await kept('A1B2C')).toEqual({
    ...{ name: 'ACME CARE LTD', role: 'PRESCRIBING COST CENTRE', active: true, source: 'api' },
    ...{ day: '2026-11-23', looked_up_at: new Date('2026-11-23T10:00:00Z') },
  });
  moveClock('2026-11-24T10:00:00Z');
  expect(await lookUpOds(acme.contributor, { code: 'A1B2C' })).toMatchObject({ ok: true });
  expect(server.asked).toHaveLength(1);
  moveClock('2026-11-24T10:00:01Z');
  reply = (code) => ({ body: odsAnswer(code, { active: false, end: '2026-11-24' }) });
  expect(await lookUpOds(asha, { code: 'A1B2C' })).toMatchObject({
    value: { state: 'inactive', closedOn: '2026-11-24', asOf: '2026-11-24' },
  });
  expect(server.asked).toHaveLength(2);
});

test('that ODS does not know a code is kept as well, beside what a file said of it', async () => {
  reply = (code) => ({ status: 404, body: odsNotKnown(code) });
  await known('2026-11-01', 'AS IN THE FILE');
  const unknown = { ok: true, value: { state: 'unknown', asOf: '2026-11-23' } };
  expect(await lookUpOds(asha, { code: 'A1B2C' })).toEqual(unknown);
  expect(await lookUpOds(asha, { code: 'A1B2C' })).toEqual(unknown);
  expect(server.asked).toHaveLength(1);
  expect(await kept('A1B2C')).toMatchObject({ name: 'AS IN THE FILE', active: null });
});

test('something newer than the answer stays', async () => {
  await known('2026-11-30', 'NEWER');
  expect(await lookUpOds(asha, { code: 'A1B2C' })).toMatchObject({ value: { name: 'NEWER' } });
  expect(await kept('A1B2C')).toMatchObject({ name: 'NEWER', source: 'file' });
});

describe('without an answer nothing is kept, and the reader is told why', () => {
  const refused = async (code: string) => {
    const answer = await lookUpOds(asha, { code: 'A1B2C' });
    expect(answer).toMatchObject({ ok: false, problem: { kind: 'refused', code } });
    expect(await kept('A1B2C')).toBeUndefined();
  };

  test('no connection is set up', async () => {
    delete process.env.ODS_API_URL;
    delete process.env.ODS_API_KEY;
    await refused('not_configured');
  });

  test('the answer cannot be read', async () => {
    reply = () => ({ body: odsAnswer('A1B2D') });
    await refused('nonsense');
  });

  test('ODS is down', async () => {
    reply = () => ({ status: 502 });
    await refused('no_answer');
  });

  test('one person asked 20 times in a minute; the others still may', async () => {
    for (let n = 0; n < 20; n += 1) await lookUpOds(asha, { code: `B${n}` });
    await refused('too_often');
    expect(await lookUpOds(acme.contributor, { code: 'A1B2C' })).toMatchObject({ ok: true });
    expect(await lookUpOds(asha, { code: 'B1' })).toMatchObject({ ok: true });
    moveClock('2026-11-23T10:01:01Z');
    expect(await lookUpOds(asha, { code: 'C1' })).toMatchObject({ ok: true });
  });
});

test('whoever onboarded the code is judged by the answer at once', async () => {
  await putEuo(world, acme, { code: 'E1' });
  reply = (code) => ({ status: 404, body: odsNotKnown(code) });
  await lookUpOds(acme.contributor, { code: 'E1' });
  const [row] = await world.sql`select reasons from onboardings where ods_code = 'E1'`;
  expect(row?.reasons).toContain('ods_unknown');
});
