import { afterAll, beforeAll, expect, test } from 'vitest';
import { askInThread } from '@/lib/commands/apply/ask-in-thread';
import { answerInThread } from '@/lib/commands/assess/answer-in-thread';
import type { PersonActor } from '@/lib/domain/permissions';
import { readQueueView } from '@/lib/domain/queue';
import { assessment } from '@/lib/testing/assessment';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { getQueue } from './get-queue';

let world: World;
let owner: Supplier;
let asha: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  owner = await world.supplier();
  asha = await world.staff('Asha', 'assessor');
});
afterAll(() => world.end());

test('a row says that its supplier waits for an answer, until there is one or a decision', async () => {
  const work = assessment(world);
  const [asked, answered, decided, silent] = [
    await work.submitted(owner, asha),
    await work.submitted(owner, asha),
    await work.submitted(owner, asha),
    await work.submitted(owner, asha),
  ];
  const words = { questionId: '', text: 'How long?', seen: 1_000_000 };
  const waits = async () => {
    const found = await getQueue(asha, readQueueView({ tab: 'all' }, 'mine'));
    return found?.rows.filter((row) => row.asked).map((row) => row.reference);
  };
  for (const reference of [asked, answered, decided])
    expectOk(await askInThread(owner.contributor, { ...words, reference }));
  expect((await waits())?.sort()).toEqual([asked, answered, decided].sort());
  expectOk(await answerInThread(asha, { ...words, reference: answered }));
  expectOk(await answerInThread(asha, { ...words, reference: silent }));
  await world.force(decided, 'rejected');
  expect(await waits()).toEqual([asked]);
});
