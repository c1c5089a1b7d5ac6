import { afterAll, beforeAll, expect, test } from 'vitest';
import { withdrawApplication } from '@/lib/commands/apply/withdraw-application';
import { askRedaction } from '@/lib/commands/manage/ask-redaction';
import { redactEvent } from '@/lib/commands/manage/redact-event';
import type { PersonActor } from '@/lib/domain/permissions';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { getHistory } from './get-history';

let world: World;
let owner: Supplier;
let manager: PersonActor;
let reference: string;
beforeAll(async () => {
  world = await makeWorld();
  owner = await world.supplier();
  manager = await world.staff('Mo', 'manager');
  reference = await world.finishedDraft(owner);
  const reason = 'Mrs Example asked us to.';
  expectOk(await withdrawApplication(owner.signatory, { reference, reason }));
});
afterAll(() => world.end());

test('managers alone read it, and a missing reference is nothing', async () => {
  const assessor = await world.staff('Alex', 'assessor');
  for (const actor of [assessor, owner.person])
    expect(await getHistory(actor, reference)).toBeNull();
  expect(await getHistory(manager, 'DSI-2222-2222')).toBeNull();
  expect(await getHistory(manager, reference, { only: 99 })).toBeNull();
});

test('names who acted, and leaves out the words of drafts', async () => {
  const view = await getHistory(manager, reference);
  expect(view?.events.map(({ sequence }) => sequence)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expect(view?.events[0]).toMatchObject({
    label: 'Application withdrawn',
    by: owner.signatory.name,
    contents: { reason: 'Mrs Example asked us to.' },
  });
  expect(view?.events[1]).toMatchObject({ label: 'Answer saved', contents: null });
  const before = await getHistory(manager, reference, { before: 3 });
  expect(before?.events.map(({ sequence }) => sequence)).toEqual([2, 1]);
});

test('shows that a redaction was asked for, and that it was done', async () => {
  const read = async (actor: PersonActor) =>
    (await getHistory(actor, reference, { only: 9 }))?.events[0];
  const eventId = (await read(manager))?.id;
  const asked = expectOk(await askRedaction(manager, { eventId, reason: 'A name' }));
  const second = await world.staff('Max', 'manager');
  expect((await read(manager))?.asked).toMatchObject({ by: 'Mo', byReader: true });
  expect((await read(second))?.asked).toMatchObject({ reason: 'A name', byReader: false });
  expectOk(await redactEvent(second, asked));
  expect(await read(second)).toMatchObject({
    asked: null,
    contents: null,
    redactedAt: expect.any(Date),
  });
});
