import { sql as raw } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonActor } from '@/lib/domain/permissions';
import { makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { asActor } from './client';

let world: World;
let supplier: Supplier;
let manager: PersonActor;
let assessor: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  supplier = await world.supplier();
  manager = await world.staff('Mo', 'manager');
  assessor = await world.staff('Ash', 'assessor');
});
afterAll(() => world.end());

/** A statement with none of the commands' checks around it: 'done', or the error's code. */
const as = (actor: PersonActor, statement: string, after: Promise<unknown> = Promise.resolve()) =>
  asActor(actor, async (tx) => {
    await tx.execute(raw.raw(statement));
    await after;
    return 'done';
  }).catch(({ constraint, code }: { constraint?: string; code?: string }) => constraint ?? code);

const absent = (who: PersonActor, by: PersonActor, until = '2026-12-01') =>
  `insert into absences values ('${who.personId}', '${until}', '${by.personId}', now())
    on conflict (person_id) do update set until = excluded.until, set_by = excluded.set_by`;

test('people of the staff are absent by their own word or a manager’s', async () => {
  expect(await as(assessor, absent(assessor, assessor))).toBe('done');
  expect(await as(manager, absent(assessor, manager))).toBe('done');
  const rows = await world.sql`select person_id as who, set_by as by from absences`;
  expect([...rows]).toEqual([{ who: assessor.personId, by: manager.personId }]);
});

test('and by nobody else’s, nor in another’s name, nor a supplier', async () => {
  expect(await as(assessor, absent(manager, assessor))).toBe('42501');
  expect(await as(assessor, absent(assessor, manager))).toBe('42501');
  expect(await as(manager, absent(supplier.person, manager))).toBe('42501');
  expect(await as(supplier.person, absent(supplier.person, supplier.person))).toBe('42501');
  expect(await as(supplier.person, 'select * from absences')).toBe('42501');
});

test('past every command, two managers who remove each other leave one', async () => {
  const other = await world.staff('Mira', 'manager', 'assessor');
  const demote = (id: string) => `update people set roles = '{assessor}' where id = '${id}'`;
  const leave = (id: string) => `update people set active = false where id = '${id}'`;
  const both = new Promise((resolve) => setTimeout(resolve, 300));
  const answers = await Promise.all([
    as(manager, demote(other.personId), both),
    as(other, leave(manager.personId), both),
  ]);
  expect(answers.sort()).toEqual(['done', 'people_last_manager']);
  const left = await world.sql`select id from people where active and 'manager' = any(roles)`;
  expect(left).toHaveLength(1);
  const [last] = left;
  await expect(world.sql.unsafe(demote(last?.id))).rejects.toMatchObject({
    constraint_name: 'people_last_manager',
  });
});

test('a manager who stays one, and an assessor who leaves, are nobody’s trouble', async () => {
  const [last] = await world.sql`select id from people where active and 'manager' = any(roles)`;
  await world.sql`update people set roles = '{manager,assessor}' where id = ${last?.id}`;
  await world.sql`update people set active = false where id = ${assessor.personId}`;
});
