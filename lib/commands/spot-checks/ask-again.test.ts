import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { asActor } from '@/db/client';
import { spotCheckItems, spotChecks } from '@/db/schema';
import type { PersonActor } from '@/lib/domain/permissions';
import { typedDate } from '@/lib/domain/typed-date';
import { moveClock } from '@/lib/ports/clock';
import { getOwnSpotCheck } from '@/lib/queries/spot-checks/get-own-spot-check';
import { getSpotCheck } from '@/lib/queries/spot-checks/get-spot-check';
import { codeOf } from '@/lib/testing/assessment';
import { drawnItems, drawOf, putEuo } from '@/lib/testing/euos';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { answerSpotCheck } from './answer-spot-check';
import { askAgain } from './ask-again';
import { closeSpotCheck } from './close-spot-check';
import { drawSpotCheck } from './draw-spot-check';
import { markSpotCheckItem } from './mark-spot-check-item';
import { writeItemNote } from './write-item-note';

let world: World;
let acme: Supplier;
let asha: PersonActor;
let id: string;
let items: string[];
beforeAll(async () => {
  world = await makeWorld();
  acme = await world.supplier('Acme Care', 'ACM1');
  asha = await world.staff('Asha Assessor', 'assessor');
  for (const code of ['E1', 'E2', 'E3']) await putEuo(world, acme, { code });
});
beforeEach(async () => {
  moveClock('2026-11-23T10:00:00Z');
  await world.sql`truncate spot_checks, evidence_files cascade`;
  id = expectOk(await drawSpotCheck(asha, drawOf(acme, { message: 'First' }))).id;
  items = (await drawnItems(world, id)).map(({ itemId }) => itemId);
});
afterAll(() => world.end());

const one = (index: number) => ({ spotCheckId: id, itemId: items[index] ?? '' });
const note = (index: number, text: string, version = '1') =>
  writeItemNote(acme.person, { ...one(index), note: text, version });
const send = (partly = 'yes') => answerSpotCheck(acme.person, { spotCheckId: id, partly });
const mark = (index: number, yes: boolean, version = '0') =>
  markSpotCheckItem(asha, {
    ...{ ...one(index), version, satisfactory: yes ? 'yes' : 'no', reason: yes ? '' : 'No date' },
  });
const ask = (given = {}) =>
  askAgain(asha, {
    spotCheckId: id,
    message: 'Dates',
    ...typedDate('dueOn', '2026-12-21'),
    ...given,
  });

/** Notes for the first two were sent; the first is satisfactory and the second not. */
async function marked() {
  for (const index of [0, 1]) expectOk(await note(index, 'Here'));
  expectOk(await send());
  expectOk(await mark(0, true));
  expectOk(await mark(1, false));
  moveClock('2026-11-24T10:00:00Z');
}

test('the supplier is asked again for what is missing or not satisfactory, and reads why', async () => {
  await marked();
  expect((await getSpotCheck(asha, 'ACM1', id))?.toAskAgain).toBe(2);
  expectOk(await ask());
  const own = await getOwnSpotCheck(acme.person, id);
  expect(own).toMatchObject({ state: 'open', dueOn: '2026-12-21', message: 'Dates', round: 2 });
  expect(own?.items.map(({ asked, answered, found }) => [asked, answered, found?.reason])).toEqual([
    [false, true, undefined],
    [true, false, 'No date'],
    [true, false, undefined],
  ]);
  const [event] = await world.sql`select e.audience, c.contents from events e
    join event_contents c on c.event_id = e.id where e.type = 'spot_check.asked_again'`;
  expect(event).toMatchObject({ audience: 'supplier', contents: { dueOn: '2026-12-21' } });
  expect(event?.contents.asked).toHaveLength(2);
});

test('only those are answered and marked again, and the other marks stand', async () => {
  await marked();
  expectOk(await ask());
  expect(codeOf(await note(0, 'More', '2'))).toBe('wrong_status');
  expect(codeOf(await mark(1, true, '1'))).toBe('wrong_status');
  expect(codeOf(await send())).toBe('nothing');
  const view = await getSpotCheck(asha, 'ACM1', id);
  expect(view?.items.map((item) => [item.marked, item.sent[0]?.note])).toEqual([
    [true, 'Here'],
    [false, 'Here'],
    [false, undefined],
  ]);
  expectOk(await note(1, 'With its date', '2'));
  expect(codeOf(await send(''))).toBe('partly');
  expectOk(await send());
  expect(codeOf(await closeSpotCheck(asha, { spotCheckId: id, seen: '2' }))).toBe('not_marked');
  expectOk(await mark(1, true, '1'));
  expectOk(await mark(2, false));
  expectOk(await closeSpotCheck(asha, { spotCheckId: id, seen: '4' }));
  expect((await getSpotCheck(asha, 'ACM1', id))?.result).toEqual({ satisfactory: 2, of: 3 });
});

test('the same mark again stands for the new evidence', async () => {
  await marked();
  expectOk(await ask());
  expectOk(await note(1, 'The same', '2'));
  expectOk(await send());
  expectOk(await mark(1, false, '1'));
  const view = await getSpotCheck(asha, 'ACM1', id);
  expect(view?.items.map(({ marked: stands }) => stands)).toEqual([true, true, false]);
  expect(view?.toAskAgain).toBe(2);
});

test('where nothing was sent it is asked for all, and drafts count on', async () => {
  expectOk(await note(0, 'A draft'));
  expect(codeOf(await ask())).toBe('wrong_status');
  moveClock('2026-12-08T10:00:00Z');
  expectOk(await ask());
  const own = await getOwnSpotCheck(acme.person, id);
  expect(own).toMatchObject({ state: 'open', dueOn: '2026-12-21', round: 1 });
  expect(own?.items.map(({ asked, answered }) => [asked, answered])).toEqual([
    [true, true],
    [true, false],
    [true, false],
  ]);
});

test('with words, a good date, and only where there is something to ask for', async () => {
  await marked();
  const fields = async (given: object) => {
    const result = await ask(given);
    return (
      !result.ok && result.problem.kind === 'invalid' && result.problem.fields.map((of) => of.field)
    );
  };
  expect(await fields({ message: ' ' })).toEqual(['message']);
  expect(await fields(typedDate('dueOn', '2026-11-24'))).toEqual(['dueOn']);
  expect(await fields({ 'dueOn-day': '31', 'dueOn-month': '6', message: '' })).toEqual([
    'dueOn',
    'message',
  ]);
  expectOk(await mark(1, true, '1'));
  expectOk(await mark(2, true));
  expect(codeOf(await ask())).toBe('nothing');
  expect(codeOf(await askAgain(acme.person, { spotCheckId: id }))).toBe('forbidden');
});

test('the database lets no supplier write on what is not asked for again, nor ask itself', async () => {
  await marked();
  expectOk(await ask());
  const wrote = await asActor(acme.person, (tx) =>
    tx
      .update(spotCheckItems)
      .set({ note: 'x', noteBy: acme.person.personId })
      .where(eq(spotCheckItems.spotCheckId, id))
      .returning({ id: spotCheckItems.id }),
  );
  expect(wrote.map((row) => row.id).sort()).toEqual(items.slice(1).sort());
  const later = asActor(acme.person, (tx) =>
    tx.update(spotChecks).set({ dueOn: '2027-01-29' }).where(eq(spotChecks.id, id)),
  );
  await expect(later).rejects.toMatchObject({ code: '42501' });
});
