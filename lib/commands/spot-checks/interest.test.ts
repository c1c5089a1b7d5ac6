import { afterAll, beforeAll, expect, test } from 'vitest';
import { declareConflict } from '@/lib/commands/assess/declare-conflict';
import type { PersonActor } from '@/lib/domain/permissions';
import { moveClock } from '@/lib/ports/clock';
import { getDraw } from '@/lib/queries/spot-checks/get-draw';
import { getSpotCheck } from '@/lib/queries/spot-checks/get-spot-check';
import { getSupplier } from '@/lib/queries/suppliers/get-supplier';
import { assessment, codeOf } from '@/lib/testing/assessment';
import { drawnItem, drawOf, putEuo } from '@/lib/testing/euos';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { closeSpotCheck } from './close-spot-check';
import { drawSpotCheck } from './draw-spot-check';
import { markSpotCheckItem } from './mark-spot-check-item';

let world: World;
let acme: Supplier;
let other: Supplier;
let asha: PersonActor;
let amir: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  acme = await world.supplier('Acme Care', 'ACM1');
  other = await world.supplier('Other Health', 'OTH1');
  asha = await world.staff('Asha Assessor', 'assessor');
  amir = await world.staff('Amir Assessor', 'assessor');
  await putEuo(world, acme, { code: 'E1' });
  await putEuo(world, other, { code: 'O1' });
});
afterAll(() => world.end());

test('who declared a conflict of interest with a supplier neither draws, marks nor finishes', async () => {
  const { id } = expectOk(await drawSpotCheck(asha, drawOf(acme)));
  const reference = await assessment(world).submitted(acme, amir);
  expectOk(await declareConflict(asha, { reference, reason: 'A cousin works there.' }));
  moveClock('2026-12-08T10:00:00Z');
  const mark = { ...(await drawnItem(world, id)), satisfactory: 'yes', version: '0' };
  const close = { spotCheckId: id, seen: '1' };
  const later = drawOf(acme, { seed: 'more', day: '21' });
  for (const result of [
    await drawSpotCheck(asha, later),
    await markSpotCheckItem(asha, mark),
    await closeSpotCheck(asha, close),
  ])
    expect(codeOf(result)).toBe('conflict_of_interest');
  expect(await getSpotCheck(asha, 'ACM1', id)).toMatchObject({ conflicted: true, mayMark: false });
  expect(await getDraw(asha, 'ACM1')).toMatchObject({ conflicted: true });
  expect((await getSupplier(asha, 'ACM1'))?.mayDraw).toBe(false);

  expectOk(await drawSpotCheck(asha, drawOf(other, { day: '21' })));
  expect((await getSupplier(asha, 'OTH1'))?.mayDraw).toBe(true);
  expect(await getSpotCheck(amir, 'ACM1', id)).toMatchObject({ conflicted: false, mayMark: true });
  expectOk(await markSpotCheckItem(amir, mark));
  expectOk(await closeSpotCheck(amir, close));
});
