import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PersonActor } from '@/lib/domain/permissions';
import { moveClock } from '@/lib/ports/clock';
import { getOwnSpotCheck } from '@/lib/queries/spot-checks/get-own-spot-check';
import { getSpotCheck } from '@/lib/queries/spot-checks/get-spot-check';
import { getSupplier } from '@/lib/queries/suppliers/get-supplier';
import { codeOf } from '@/lib/testing/assessment';
import { drawnItem, drawOf, putEuo } from '@/lib/testing/euos';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { answerSpotCheck } from './answer-spot-check';
import { cancelSpotCheck } from './cancel-spot-check';
import { closeSpotCheck } from './close-spot-check';
import { drawSpotCheck } from './draw-spot-check';
import { markSpotCheckItem } from './mark-spot-check-item';
import { writeItemNote } from './write-item-note';

let world: World;
let acme: Supplier;
let asha: PersonActor;
let id: string;
let one: { spotCheckId: string; itemId: string };
beforeAll(async () => {
  world = await makeWorld();
  acme = await world.supplier('Acme Care', 'ACM1');
  asha = await world.staff('Asha Assessor', 'assessor');
  await putEuo(world, acme, { code: 'E1' });
});
beforeEach(async () => {
  moveClock('2026-11-23T10:00:00Z');
  await world.sql`truncate spot_checks cascade`;
  id = expectOk(await drawSpotCheck(asha, drawOf(acme))).id;
  one = await drawnItem(world, id);
});
afterAll(() => world.end());

const cancel = (reason = 'Drawn twice.', actor: PersonActor = asha) =>
  cancelSpotCheck(actor, { spotCheckId: id, reason });
const note = () => writeItemNote(acme.person, { ...one, note: 'Here', version: '1' });

test('one drawn by mistake is kept as cancelled with its reason, and nobody goes on with it', async () => {
  expect(await cancel(' ')).toMatchObject({ problem: { fields: [{ field: 'reason' }] } });
  expect(codeOf(await cancel('x', acme.person))).toBe('forbidden');
  expectOk(await cancel());
  expectOk(await cancel());
  expect(codeOf(await cancel('Again'))).toBe('cancelled');
  expect(await getSpotCheck(asha, 'ACM1', id)).toMatchObject({
    ...{ state: 'cancelled', cancelReason: 'Drawn twice.', mayMark: false, mayCancel: false },
  });
  const own = await getOwnSpotCheck(acme.person, id);
  expect(own).toMatchObject({ state: 'cancelled', cancelReason: 'Drawn twice.', mayAnswer: false });
  expect(codeOf(await note())).toBe('wrong_status');
  moveClock('2026-12-08T10:00:00Z');
  const mark = { ...one, satisfactory: 'yes', version: '0' };
  expect(codeOf(await markSpotCheckItem(asha, mark))).toBe('wrong_status');
  expect(codeOf(await closeSpotCheck(asha, { spotCheckId: id, seen: '0' }))).toBe('wrong_status');
  expect((await getSupplier(asha, 'ACM1'))?.spotChecks).toMatchObject([{ state: 'cancelled' }]);
  const [event] = await world.sql`select e.audience, c.contents from events e
    join event_contents c on c.event_id = e.id where e.type = 'spot_check.cancelled'`;
  expect(event).toMatchObject({ audience: 'supplier', contents: { reason: 'Drawn twice.' } });
});

test('one that was answered is cancelled too, one that is finished is not', async () => {
  expectOk(await note());
  expectOk(await answerSpotCheck(acme.person, { spotCheckId: id }));
  expectOk(await cancel());
  id = expectOk(await drawSpotCheck(asha, drawOf(acme, { seed: 'more' }))).id;
  one = await drawnItem(world, id);
  moveClock('2026-12-08T10:00:00Z');
  expectOk(await markSpotCheckItem(asha, { ...one, satisfactory: 'yes', version: '0' }));
  expectOk(await closeSpotCheck(asha, { spotCheckId: id, seen: '1' }));
  expect(codeOf(await cancel())).toBe('wrong_status');
});
