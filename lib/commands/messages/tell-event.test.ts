import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeBackApplication } from '@/lib/commands/apply/take-back-application';
import { assignCase } from '@/lib/commands/assess/assign-case';
import { handOverCase } from '@/lib/commands/assess/hand-over-case';
import type { PersonActor, SystemActor } from '@/lib/domain/permissions';
import { type Assessment, assessment, codeOf } from '@/lib/testing/assessment';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { tellEvent } from './tell-event';

const system: SystemActor = { kind: 'system', name: 'tell' };
let world: World;
let work: Assessment;
let acme: Supplier;
let asha: PersonActor;
let amir: PersonActor;
let mo: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  work = assessment(world);
  acme = await world.supplier('Acme Care');
  await world.supplier('Other Health');
  asha = await world.staff('Asha Assessor', 'assessor');
  amir = await world.staff('Amir Assessor', 'assessor');
  mo = await world.staff('Mo Manager', 'manager');
});
afterAll(() => world.end());

/** The jobs that wait, by the event they are to tell. */
const jobs = async (task = 'tell') => {
  const rows = await world.sql`select j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = ${task}`;
  return rows.map(({ payload }) => payload as { eventId: string; deliveryId: string });
};
const clear = async () => {
  await world.sql`delete from graphile_worker._private_jobs`;
  await world.sql`delete from deliveries`;
  await world.sql`delete from messages`;
};
const tellAll = async () => {
  for (const job of await jobs()) expectOk(await tellEvent(system, job));
};
/** Who was told what, by name and kind. */
const told = async () => {
  const rows = await world.sql`select p.name, m.kind, m.way, d.state, m.content from messages m
    join people p on p.id = m.person_id left join deliveries d on d.message_id = m.id
    order by m.kind, p.name`;
  return rows.map(({ name, kind, state, content }) => ({
    who: `${kind}: ${name}`,
    state,
    content,
  }));
};
const who = async () => (await told()).map((row) => row.who);

/** A case that is in Asha's hands and whose supplier is asked about the ISMS. */
async function requested() {
  const reference = await work.submitted(acme, asha);
  await work.reviewAll(asha, reference, { isms: 'insufficient' });
  await clear();
  expectOk(await work.send(asha, reference));
  return reference;
}

describe('an event', () => {
  test('brings its job in the same transaction, and none where nobody is told', async () => {
    await clear();
    const reference = await world.finishedDraft(acme);
    expect(await jobs()).toEqual([]);
    expectOk(await work.submit(acme, reference));
    const [event] = await world.sql`select e.id from events e join applications a
      on a.id = e.subject_id where a.reference = ${reference} and e.type = 'application.submitted'`;
    expect(await jobs()).toEqual([{ eventId: event?.id }]);
  });

  test('that was refused brings none', async () => {
    const reference = await work.submitted(acme, asha);
    await clear();
    expect(codeOf(await takeBackApplication(acme.contributor, { reference }))).toBe('forbidden');
    expect(await jobs()).toEqual([]);
  });
});

describe('telling', () => {
  test('a request tells those who answer it, which questions and by when, by email at once', async () => {
    const reference = await requested();
    await tellAll();
    const rows = await told();
    expect(rows.map((row) => row.who)).toEqual(
      ['Chris', 'Pat', 'Sam'].map((name) => `request-sent: ${name} of Acme Care`),
    );
    for (const { state, content } of rows) {
      expect(state).toBe('queued');
      expect(content).toMatchObject({ dueOn: '2026-12-07', path: `/apply/${reference}` });
      expect(content.list).toHaveLength(1);
      expect(JSON.stringify(content)).not.toMatch(/Asha|who checks/);
    }
    expect(await jobs('send-mail')).toHaveLength(3);
  });

  test('many puts their emails into the database in one statement', async () => {
    await world.sql.unsafe(`create table statements (at timestamptz default clock_timestamp());
      create function count_statement() returns trigger language plpgsql security definer
        as $$ begin insert into public.statements default values; return null; end $$;
      create trigger counted after insert on deliveries for each statement
        execute function count_statement()`);
    await requested();
    await tellAll();
    expect(await jobs('send-mail')).toHaveLength(3);
    expect(await world.sql`select 1 from statements`).toHaveLength(1);
    await world.sql.unsafe('drop function count_statement cascade; drop table statements');
  });

  test('again tells nobody twice', async () => {
    await requested();
    await tellAll();
    await tellAll();
    expect(await told()).toHaveLength(3);
    expect(await jobs('send-mail')).toHaveLength(3);
  });

  test('a hand-over tells who has the case now, and not who gave it', async () => {
    const reference = await work.submitted(acme, asha);
    await clear();
    const { version } = await work.row(reference);
    const input = { reference, assigneeId: amir.personId, version, note: 'Over to you.' };
    expectOk(await handOverCase(asha, input));
    await tellAll();
    expect(await who()).toEqual(['assigned: Amir Assessor']);
  });

  test('a case that was taken away tells who had it', async () => {
    const reference = await work.submitted(acme, asha);
    await clear();
    const { version } = await work.row(reference);
    expectOk(await assignCase(mo, { reference, assigneeId: amir.personId, version }));
    await tellAll();
    expect(await who()).toContain('unassigned: Asha Assessor');
  });

  test('a declaration is due from its own day, however late its assessor is told', async () => {
    await clear();
    const reference = await work.submitted(acme, asha);
    await world.force(reference, 'information_requested', { due_on: '2027-01-29' });
    await tellAll();
    const received = (await told()).find(
      ({ who }) => who === 'declaration-received: Asha Assessor',
    );
    expect(received?.content.dueOn).toBe('2026-12-07');
  });

  test('a declaration that nobody has waits for the digest of all assessors', async () => {
    await clear();
    expectOk(await work.submit(acme, await world.finishedDraft(acme)));
    await tellAll();
    expect(await who()).toEqual(['case-waiting: Amir Assessor', 'case-waiting: Asha Assessor']);
    expect((await told()).map(({ state }) => state)).toEqual([null, null]);
    expect((await told()).map(({ content }) => content.dueOn)).toEqual([
      '2026-12-07',
      '2026-12-07',
    ]);
    expect(await jobs('send-mail')).toEqual([]);
  });

  test('a case that was taken back and submitted again since names no due date, which is another’s', async () => {
    await clear();
    const reference = await world.finishedDraft(acme);
    expectOk(await work.submit(acme, reference));
    const changes = { due_on: '2027-01-29', status_at: '2026-11-23T10:00:01Z' };
    await world.force(reference, 'submitted', changes);
    await tellAll();
    const [row] = await told();
    expect(row?.who).toBe('case-waiting: Amir Assessor');
    expect(row?.content.dueOn).toBeNull();
    expect(JSON.stringify(row)).not.toContain('is due by');
  });

  test('is for the system alone, and an event that is none is not found', async () => {
    const eventId = '00000000-0000-4000-8000-000000000000';
    expect(codeOf(await tellEvent(asha, { eventId }))).toBe('forbidden');
    expect(codeOf(await tellEvent(system, { eventId }))).toBe('not_found');
  });
});
