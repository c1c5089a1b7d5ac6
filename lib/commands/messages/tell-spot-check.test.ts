import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerSpotCheck } from '@/lib/commands/spot-checks/answer-spot-check';
import { askAgain } from '@/lib/commands/spot-checks/ask-again';
import { cancelSpotCheck } from '@/lib/commands/spot-checks/cancel-spot-check';
import { closeSpotCheck } from '@/lib/commands/spot-checks/close-spot-check';
import { drawSpotCheck } from '@/lib/commands/spot-checks/draw-spot-check';
import { markSpotCheckItem } from '@/lib/commands/spot-checks/mark-spot-check-item';
import { writeItemNote } from '@/lib/commands/spot-checks/write-item-note';
import type { PersonActor, SystemActor } from '@/lib/domain/permissions';
import { typedDate } from '@/lib/domain/typed-date';
import { moveClock } from '@/lib/ports/clock';
import { drawOf, putEuo } from '@/lib/testing/euos';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { remind } from './remind';
import { tellEvent } from './tell-event';

const system: SystemActor = { kind: 'system', name: 'tell' };
let world: World;
let acme: Supplier;
let asha: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  acme = await world.supplier('Acme Care', 'ACM1');
  await world.supplier('Other Health');
  asha = await world.staff('Asha Assessor', 'assessor');
  await world.staff('Mo Manager', 'manager');
  await putEuo(world, acme, { code: 'E1' });
});
afterAll(() => world.end());

/** Tells what waits, twice, and answers who was told what. */
async function told() {
  const jobs = await world.sql`select j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'tell'`;
  for (const { payload } of [...jobs, ...jobs]) expectOk(await tellEvent(system, payload));
  const rows = await world.sql`select p.name, m.kind, m.way, m.content from messages m
    join people p on p.id = m.person_id order by p.name`;
  await world.sql`delete from graphile_worker._private_jobs`;
  await world.sql`delete from deliveries`;
  await world.sql`delete from messages`;
  return rows.map(({ name, kind, way, content }) => ({ who: `${kind}: ${name}`, way, content }));
}

test('each side hears of a spot check what it has to do, once, and no result by email', async () => {
  const { id } = expectOk(await drawSpotCheck(asha, drawOf(acme, { message: 'Secret words' })));
  const drawn = await told();
  expect(drawn.map(({ who }) => who)).toEqual([
    'spot-check-drawn: Chris of Acme Care',
    'spot-check-drawn: Pat of Acme Care',
    'spot-check-drawn: Sam of Acme Care',
  ]);
  expect(drawn[0]).toMatchObject({
    way: 'at_once',
    content: { dueOn: '2026-12-07', path: `/apply/euos/spot-checks/${id}` },
  });
  expect(drawn[0]?.content.heading).toContain('1 end user organisation by 7 December 2026');

  const [item] = await world.sql`select id from spot_check_items`;
  const one = { spotCheckId: id, itemId: item?.id };
  expectOk(await writeItemNote(acme.person, { ...one, note: 'Secret words', version: '1' }));
  expectOk(await answerSpotCheck(acme.person, { spotCheckId: id }));
  const sent = await told();
  expect(sent.map(({ who }) => who)).toEqual(['spot-check-answered: Asha Assessor']);
  expect(sent[0]?.content.path).toBe(`/assess/suppliers/ACM1/spot-checks/${id}`);

  const found = { satisfactory: 'no', reason: 'Secret words', version: '0' };
  expectOk(await markSpotCheckItem(asha, { ...one, ...found }));
  expectOk(await closeSpotCheck(asha, { spotCheckId: id, seen: '1' }));
  const closed = await told();
  expect(closed.map(({ who }) => who)).toEqual([
    'spot-check-closed: Chris of Acme Care',
    'spot-check-closed: Pat of Acme Care',
    'spot-check-closed: Sam of Acme Care',
  ]);
  expect(JSON.stringify([drawn, sent, closed])).not.toMatch(/Secret|satisfactory of|Asha A.*by/);
});

test('the supplier hears that it is asked again, that a draw is cancelled, and of its due date', async () => {
  const { id } = expectOk(await drawSpotCheck(asha, drawOf(acme, { seed: 'again' })));
  await told();
  const reminded = async (at: string) => {
    moveClock(at);
    for (const _ of [1, 2]) expectOk(await remind(system, {}));
    const found = (await told()).filter(
      ({ who }) => who === 'spot-check-reminder: Sam of Acme Care',
    );
    return found.map(({ content }) => content.subject);
  };
  expect(await reminded('2026-12-02T10:00:00Z')).toEqual([]);
  expect(await reminded('2026-12-03T10:00:00Z')).toEqual([
    'Reminder: evidence of end user organisations needed by 7 December 2026',
  ]);
  expect(await reminded('2026-12-08T10:00:00Z')).toEqual([
    'Evidence of end user organisations was due on 7 December 2026',
  ]);
  const dueOn = typedDate('dueOn', '2026-12-21');
  expectOk(await askAgain(asha, { spotCheckId: id, message: 'Secret words', ...dueOn }));
  const again = await told();
  expect(again.map(({ who }) => who)).toContain('spot-check-asked-again: Sam of Acme Care');
  expect(again[0]?.content).toMatchObject({ dueOn: '2026-12-21' });
  expectOk(await cancelSpotCheck(asha, { spotCheckId: id, reason: 'Secret words' }));
  const cancelled = await told();
  expect(cancelled.map(({ who }) => who)).toContain('spot-check-cancelled: Sam of Acme Care');
  expect(JSON.stringify([again, cancelled])).not.toMatch(/Secret|Asha/);
  expect(await reminded('2026-12-17T10:00:00Z')).toEqual([]);
});

test('one that was asked again for tomorrow is not reminded of minutes later', async () => {
  moveClock('2026-11-23T10:00:00Z');
  const first = typedDate('dueOn', '2026-11-24');
  const { id } = expectOk(await drawSpotCheck(asha, drawOf(acme, { seed: 'tomorrow', ...first })));
  moveClock('2026-11-25T10:00:00Z');
  const message = 'More';
  const dueOn = typedDate('dueOn', '2026-11-26');
  expectOk(await askAgain(asha, { spotCheckId: id, message, ...dueOn }));
  await told();
  expectOk(await remind(system, {}));
  expect(await told()).toEqual([]);
  moveClock('2026-11-27T10:00:00Z');
  expectOk(await remind(system, {}));
  expect((await told()).map(({ who }) => who)).toContain('spot-check-reminder: Sam of Acme Care');
});
