import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PersonActor } from '@/lib/domain/permissions';
import { drawSample, type FrameLine, frameText } from '@/lib/domain/sample';
import { drawOf, putEuo } from '@/lib/testing/euos';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { drawSpotCheck } from './draw-spot-check';

let world: World;
let acme: Supplier;
let other: Supplier;
let asha: PersonActor;
let second: string;
beforeAll(async () => {
  world = await makeWorld();
  acme = await world.supplier('Acme Care');
  other = await world.supplier('Other Health');
  asha = await world.staff('Asha Assessor', 'assessor');
  second = await world.product(acme.id, 'Acme Second');
  for (let n = 0; n < 12; n += 1) await putEuo(world, acme, { code: `E${n}` });
  await putEuo(world, acme, { code: 'E1', productId: second, verdict: 'lapsed' });
  await putEuo(world, acme, { code: 'S1', state: 'suspended' });
  await putEuo(world, acme, { code: 'P1', state: 'planned', go_live_on: null });
  await putEuo(world, acme, { code: 'D1', state: 'disconnected' });
  await putEuo(world, other, { code: 'O1' });
});
beforeEach(() => world.sql`truncate spot_checks cascade`);
afterAll(() => world.end());

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const draw = (given = {}) => drawSpotCheck(asha, drawOf(acme, given));
const fieldsOf = (result: Awaited<ReturnType<typeof drawSpotCheck>>) =>
  !result.ok && result.problem.kind === 'invalid'
    ? result.problem.fields.map(({ field }) => field)
    : [];
const rowOf = async (id: string) => {
  const [row] = await world.sql`select * from spot_checks where id = ${id}`;
  return row;
};
const drawnIn = async (id: string) => {
  const rows =
    await world.sql`select o.ods_code, o.product_id, i.position, i.state_then, i.verdict_then
    from spot_check_items i join onboardings o on o.id = i.onboarding_id
    where i.spot_check_id = ${id} order by i.position`;
  return rows.map((row) => `${row.ods_code},${row.product_id}`);
};

test.each(['7 34 12', "it's, 50%", 'x'])(
  'the database draws by the pure rule, also by the seed %j',
  async (seed) => {
    for (const [index, size] of [1, 4, 50].entries()) {
      const { id } = expectOk(await draw({ size: `${size}`, seed: `${seed}${index}` }));
      const frame = await world.sql<
        FrameLine[]
      >`select ods_code as "odsCode", product_id as "productId"
        from onboardings where organisation_id = ${acme.id} and state = 'live'`;
      const drawn = drawSample(frame, { seed: `${seed}${index}`, size }, sha256);
      expect(await drawnIn(id)).toEqual(drawn.map((line) => `${line.odsCode},${line.productId}`));
      expect((await rowOf(id))?.frame_text).toBe(frameText(frame));
    }
  },
);

test('what is written down draws the same sample again', async () => {
  const { id } = expectOk(await draw({ size: '5', seed: '7 34 12' }));
  const row = await rowOf(id);
  expect(row).toMatchObject({ number: 1, frame: 'live', frame_count: 13, size: 5, state: 'open' });
  expect(row?.frame_sha256).toBe(sha256(row?.frame_text));
  const lines = String(row?.frame_text).split('\n');
  expect(lines[0]).toBe('ods_code,product_id');
  const hashed = lines
    .slice(1)
    .map((line) => ({ line, hash: sha256(`7 34 12:${line.replace(',', ':')}`) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1));
  expect(await drawnIn(id)).toEqual(hashed.slice(0, 5).map(({ line }) => line));
});

test('the frame is as asked for: by state, by product, and of nobody else', async () => {
  const held = expectOk(await draw({ frame: 'held', size: '50', seed: 'x' }));
  const all = await drawnIn(held.id);
  expect(all).toHaveLength(14);
  expect(all.map((line) => line.split(',')[0])).toContain('S1');
  const ofSecond = expectOk(await draw({ productId: second, seed: 'y' }));
  expect(await drawnIn(ofSecond.id)).toEqual([`E1,${second}`]);
  const [item] = await world.sql`select state_then, verdict_then from spot_check_items
    where spot_check_id = ${ofSecond.id}`;
  expect(item).toEqual({ state_then: 'live', verdict_then: 'lapsed' });
  expect(await rowOf(ofSecond.id)).toMatchObject({ number: 2, product_id: second });
});

test('a second press draws nothing more, also at the same time', async () => {
  const [one, two] = await Promise.all([draw(), draw()]);
  expect(expectOk(one).id).toBe(expectOk(two).id);
  expect(expectOk(await draw()).id).toBe(expectOk(one).id);
  expect(await world.sql`select 1 from spot_checks`).toHaveLength(1);
  expect(fieldsOf(await draw({ size: '4' }))).toEqual(['seed']);
  const amir = await world.staff('Amir', 'assessor');
  expect(fieldsOf(await drawSpotCheck(amir, drawOf(acme)))).toEqual(['seed']);
  expectOk(await drawSpotCheck(amir, drawOf(other)));
});

test('the supplier is asked, in an event that it may read', async () => {
  const { id } = expectOk(await draw({ size: '2', message: 'Three of each kind' }));
  const [event] = await world.sql`select e.type, e.audience, e.organisation_id, c.contents
    from events e join event_contents c on c.event_id = e.id where e.subject_id = ${id}`;
  expect(event).toMatchObject({ type: 'spot_check.drawn', audience: 'supplier' });
  expect(event?.organisation_id).toBe(acme.id);
  expect(event?.contents).toMatchObject({ size: 2, dueOn: '2026-12-07', frameCount: 13 });
  expect(event?.contents.asked).toEqual(await drawnIn(id));
  expect(JSON.stringify(event?.contents)).not.toContain('Asha');
});

test.each([
  [{ size: '0' }, 'size'],
  [{ size: '51' }, 'size'],
  [{ size: '1.5' }, 'size'],
  [{ seed: '' }, 'seed'],
  [{ seed: 'naïve' }, 'seed'],
  [{ seed: 'x'.repeat(65) }, 'seed'],
  [{ frame: 'planned' }, 'frame'],
  [{ day: '22', month: '11' }, 'dueOn'],
  [{ day: '6', month: '12' }, 'dueOn'],
  [{ day: '31', month: '6' }, 'dueOn'],
  [{ message: 'x'.repeat(2001) }, 'message'],
])('%j is refused beside its field', async (given, field) => {
  expect(fieldsOf(await draw(given))).toEqual([field]);
});

test('there must be something to draw from, and somebody who may', async () => {
  const empty = await world.supplier('Empty');
  expect(fieldsOf(await drawSpotCheck(asha, drawOf(empty)))).toEqual(['frame']);
  const foreign = await draw({ productId: other.productId });
  expect(foreign).toMatchObject({ problem: { kind: 'not_found' } });
  const manager = await world.staff('Mo', 'manager');
  for (const actor of [manager, acme.person, { kind: 'visitor' } as const])
    expect(await drawSpotCheck(actor, drawOf(acme))).toMatchObject({
      problem: { kind: 'forbidden' },
    });
});
