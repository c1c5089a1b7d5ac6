import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { asActor } from '@/db/client';
import { spotCheckSendings } from '@/db/schema';
import type { PlainDate } from '@/lib/domain/dates';
import type { PersonActor } from '@/lib/domain/permissions';
import { typedDate } from '@/lib/domain/typed-date';
import { moveClock } from '@/lib/ports/clock';
import { getOwnSpotCheck } from '@/lib/queries/spot-checks/get-own-spot-check';
import { getSpotCheck } from '@/lib/queries/spot-checks/get-spot-check';
import { codeOf } from '@/lib/testing/assessment';
import { drawnItem, drawOf, putEuo } from '@/lib/testing/euos';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { answerSpotCheck } from './answer-spot-check';
import { askAgain } from './ask-again';
import { cancelSpotCheck } from './cancel-spot-check';
import { closeSpotCheck } from './close-spot-check';
import { drawSpotCheck } from './draw-spot-check';
import { markSpotCheckItem } from './mark-spot-check-item';
import { writeItemNote } from './write-item-note';

let world: World;
let acme: Supplier;
let asha: PersonActor;
let one: { spotCheckId: string; itemId: string };
beforeAll(async () => {
  world = await makeWorld();
  acme = await world.supplier('Acme Care', 'ACM1');
  asha = await world.staff('Asha Assessor', 'assessor');
  await putEuo(world, acme, { code: 'E1' });
});
beforeEach(async () => {
  moveClock('2026-11-23T10:00:00Z');
  await world.sql`truncate spot_checks, evidence_files cascade`;
  const { id } = expectOk(await drawSpotCheck(asha, drawOf(acme)));
  one = await drawnItem(world, id);
});
afterAll(() => world.end());

const note = (text: string, version: string) =>
  writeItemNote(acme.person, { ...one, note: text, version });
const send = (actor = acme.person) => answerSpotCheck(actor, { spotCheckId: one.spotCheckId });
const found = { satisfactory: 'no', reason: 'Nothing came' };
const mark = (version: string) => markSpotCheckItem(asha, { ...one, ...found, version });
const close = (seen: string) => closeSpotCheck(asha, { spotCheckId: one.spotCheckId, seen });
const ask = async (on: PlainDate) =>
  expectOk(
    await askAgain(asha, {
      ...{ spotCheckId: one.spotCheckId, message: 'More' },
      ...typedDate('dueOn', on),
    }),
  );
const view = async () => {
  const check = await getSpotCheck(asha, 'ACM1', one.spotCheckId);
  const item = check?.items[0];
  return {
    ...{ text: JSON.stringify(check), marked: item?.marked },
    notes: item?.sent.map((sending) => sending.note),
  };
};
const own = async () => (await getOwnSpotCheck(acme.person, one.spotCheckId))?.items[0];

/** Sent, marked as not satisfactory, and asked for again. */
async function askedAgain() {
  expectOk(await note('First', '1'));
  expectOk(await send(acme.signatory));
  expectOk(await mark('0'));
  moveClock('2026-11-24T10:00:00Z');
  await ask('2026-12-04');
}

test.each(['open', 'cancelled', 'closed'])(
  'words that were never sent are the supplier’s alone, in one that is %s',
  async (end) => {
    await askedAgain();
    expectOk(await note('A draft', '2'));
    moveClock('2026-12-07T10:00:00Z');
    if (end === 'cancelled')
      expectOk(await cancelSpotCheck(asha, { spotCheckId: one.spotCheckId, reason: 'Twice' }));
    if (end === 'closed') {
      expectOk(await mark('1'));
      expectOk(await close('2'));
    }
    const seen = await view();
    expect(seen.notes).toEqual(['First']);
    expect(seen.text).not.toContain('A draft');
    expect(await own()).toMatchObject({ draft: 'A draft', sent: [{ note: 'First' }] });
  },
);

test('what was sent stays as it was, and what is sent later comes beside it', async () => {
  await askedAgain();
  expect((await view()).notes).toEqual(['First']);
  expectOk(await note('Second', '2'));
  expectOk(await send());
  expect((await view()).notes).toEqual(['First', 'Second']);
  expect(await own()).toMatchObject({ draft: '' });
});

test.each(['asked again', 'left'])(
  'what is sent late, %s, is marked again after it was marked as missing',
  async (how) => {
    moveClock('2026-12-08T10:00:00Z');
    expectOk(await mark('0'));
    expect((await view()).marked).toBe(true);
    if (how === 'asked again') await ask('2026-12-21');
    moveClock('2026-12-09T10:00:00Z');
    expectOk(await note('Here', '1'));
    expectOk(await send());
    expect((await view()).marked).toBe(false);
    expect(codeOf(await close('1'))).toBe('not_marked');
    expectOk(await mark('1'));
    expectOk(await close('2'));
  },
);

test('the same words again answer the later request', async () => {
  await askedAgain();
  expect(codeOf(await send())).toBe('nothing');
  expectOk(await note('First', '2'));
  expectOk(await send());
  expect((await view()).notes).toEqual(['First', 'First']);
});

test('the database lets a supplier send what is asked for now, in its own name', async () => {
  const sending = { organisationId: acme.id, note: 'x', sentAt: new Date() };
  const put = (round: number, sentBy: string) =>
    asActor(acme.person, async (tx) => {
      await tx.insert(spotCheckSendings).values({ ...one, ...sending, round, sentBy });
    });
  const [mine, hers] = [acme.person.personId, acme.contributor.personId];
  await expect(put(1, hers)).rejects.toMatchObject({ code: '42501' });
  await expect(put(2, mine)).rejects.toMatchObject({ code: '42501' });
  await put(1, mine);
});
