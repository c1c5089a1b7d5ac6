import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asActor } from '@/db/client';
import { spotCheckItems, spotCheckMarks } from '@/db/schema';
import type { PersonActor } from '@/lib/domain/permissions';
import { moveClock } from '@/lib/ports/clock';
import { getOwnSpotCheck } from '@/lib/queries/spot-checks/get-own-spot-check';
import { codeOf } from '@/lib/testing/assessment';
import { drawOf, putEuo } from '@/lib/testing/euos';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { answerSpotCheck } from './answer-spot-check';
import { closeSpotCheck } from './close-spot-check';
import { drawSpotCheck } from './draw-spot-check';
import { markSpotCheckItem } from './mark-spot-check-item';
import { writeItemNote } from './write-item-note';

let world: World;
let acme: Supplier;
let other: Supplier;
let asha: PersonActor;
let amir: PersonActor;
let id: string;
let items: { id: string; onboarding_id: string }[];
beforeAll(async () => {
  world = await makeWorld();
  acme = await world.supplier('Acme Care');
  other = await world.supplier('Other Health');
  asha = await world.staff('Asha Assessor', 'assessor');
  amir = await world.staff('Amir Assessor', 'assessor');
  for (const code of ['E1', 'E2', 'E3']) await putEuo(world, acme, { code });
});
beforeEach(async () => {
  moveClock('2026-11-23T10:00:00Z');
  await world.sql`truncate spot_checks, evidence_files cascade`;
  id = expectOk(await drawSpotCheck(asha, drawOf(acme))).id;
  items = await world.sql`select id, onboarding_id from spot_check_items order by position`;
});
afterAll(() => world.end());

const item = (index: number) => items[index]?.id ?? '';
const note = (actor: PersonActor, index: number, text: string, version = '1') =>
  writeItemNote(actor, { spotCheckId: id, itemId: item(index), note: text, version });
const attach = async (index: number, name: string, scan = 'clean') => {
  const [row] =
    await world.sql`insert into evidence_files (organisation_id, subject_kind, subject_id, name,
    media_type, size, sha256, storage_key, scan, uploaded_by, uploaded_at) values (${acme.id}, 'euo',
    ${items[index]?.onboarding_id ?? ''}, ${name}, 'text/plain', 1, 'x', md5(random()::text), ${scan},
    ${acme.person.personId}, now()) returning id`;
  return row?.id as string;
};
const send = (actor: PersonActor = acme.person, partly = 'yes') =>
  answerSpotCheck(actor, { spotCheckId: id, partly });
type Marked = { satisfactory?: string; reason?: string; staffNote?: string; version?: string };
const mark = (actor: PersonActor, index: number, given: Marked = {}) =>
  markSpotCheckItem(actor, {
    ...{ spotCheckId: id, itemId: item(index), satisfactory: 'yes', version: '0' },
    ...given,
  });
const seen = async (actor: PersonActor) =>
  asActor(actor, async (tx) => {
    const rows = await tx
      .select({ satisfactory: spotCheckMarks.satisfactory, reason: spotCheckMarks.reason })
      .from(spotCheckMarks);
    return rows.length;
  });

describe('the supplier', () => {
  test('says what it has, and sends some of it only where that is meant', async () => {
    expectOk(await note(acme.contributor, 0, ' See the certificate.\r\n'));
    const file = await attach(1, 'check.txt');
    expect(codeOf(await send(acme.person, ''))).toBe('partly');
    expectOk(await send());
    const [row] = await world.sql`select state, answered_by from spot_checks`;
    expect(row).toEqual({ state: 'answered', answered_by: acme.person.personId });
    const [kept] = await world.sql`select declared from evidence_files where id = ${file}`;
    expect(kept?.declared).toBe(true);
    const [event] = await world.sql`select contents from events join event_contents on event_id = id
      where subject_id = ${id} and type = 'spot_check.answered'`;
    expect(event?.contents).toMatchObject({ answered: 2, of: 3, files: [{ name: 'check.txt' }] });
    expectOk(await send());
    expect(codeOf(await note(acme.person, 0, 'Later', '2'))).toBe('wrong_status');
  });

  test('sends no virus, which shows nothing, until it is removed', async () => {
    expectOk(await note(acme.person, 0, 'Here'));
    const file = await attach(1, 'alert.txt', 'infected');
    const refused = await send();
    expect(refused).toMatchObject({ problem: { kind: 'invalid', fields: [{ field: '' }] } });
    expect(JSON.stringify(refused)).toMatch(/Remove ‘alert.txt’ \(E\d\): it contains a virus/);
    const [kept] = await world.sql`select declared from evidence_files where id = ${file}`;
    expect(kept?.declared).toBe(false);
    await world.sql`update evidence_files set removed_at = now() where id = ${file}`;
    expectOk(await send());
  });

  test('sends no file that is still being checked, which counts for nothing', async () => {
    expectOk(await note(acme.person, 0, 'Here'));
    const file = await attach(1, 'alert.txt', 'waiting');
    const own = await getOwnSpotCheck(acme.person, id);
    expect(own?.items.map(({ answered }) => answered)).toEqual([true, false, false]);
    expect(JSON.stringify(await send())).toMatch(/‘alert.txt’ \(E\d\) is being checked/);
    const kept = async () => {
      const [row] = await world.sql`select declared from evidence_files where id = ${file}`;
      return row?.declared;
    };
    expect(await kept()).toBe(false);
    await world.sql`update evidence_files set scan = 'clean' where id = ${file}`;
    expectOk(await send());
    expect(await kept()).toBe(true);
  });

  test('is not kept back by a virus in what was given before, which counts for nothing', async () => {
    const file = await attach(1, 'alert.txt', 'infected');
    await world.sql`update evidence_files set declared = true where id = ${file}`;
    expect(codeOf(await send())).toBe('nothing');
  });

  test('sends nothing that is nothing, and everything without being asked again', async () => {
    expect(codeOf(await send())).toBe('nothing');
    for (const index of [0, 1, 2]) expectOk(await note(acme.signatory, index, 'Here'));
    expectOk(await send(acme.signatory, ''));
  });

  test('loses no words of two colleagues', async () => {
    expectOk(await note(acme.person, 0, 'Mine'));
    const second = await note(acme.contributor, 0, 'Another');
    expect(second).toMatchObject({
      problem: {
        kind: 'conflict',
        conflict: {
          ...{ version: 2, fields: { note: 'Mine' }, changedBy: acme.person.name },
          changedAt: new Date('2026-11-23T10:00:00Z'),
        },
      },
    });
    expectOk(await note(acme.contributor, 0, 'Mine'));
  });

  test('writes no note in a colleague’s name', async () => {
    const noteBy = acme.contributor.personId;
    const forged = asActor(acme.person, async (tx) => {
      await tx
        .update(spotCheckItems)
        .set({ note: 'x', noteBy })
        .where(eq(spotCheckItems.id, item(0)));
    });
    await expect(forged).rejects.toMatchObject({ code: '42501' });
  });

  test('reaches nothing of another supplier’s, and administrators only read', async () => {
    expect(codeOf(await note(other.person, 0, 'x'))).toBe('not_found');
    expect(codeOf(await send(other.person))).toBe('not_found');
    expect(codeOf(await note(acme.administrator, 0, 'x'))).toBe('forbidden');
    expect(codeOf(await send(acme.administrator))).toBe('forbidden');
    const wrong = { spotCheckId: id, itemId: crypto.randomUUID(), note: 'x', version: '1' };
    expect(codeOf(await writeItemNote(acme.person, wrong))).toBe('not_found');
  });
});

describe('the assessor', () => {
  test('marks once it was sent, or once the due date has passed without an answer', async () => {
    expect(codeOf(await mark(asha, 0))).toBe('wrong_status');
    moveClock('2026-12-07T10:00:00Z');
    expect(codeOf(await mark(asha, 0))).toBe('wrong_status');
    moveClock('2026-12-08T10:00:00Z');
    expectOk(await mark(asha, 0));
  });

  test('gives a reason for what is not satisfactory, and loses no mark of two colleagues', async () => {
    expectOk(await note(acme.person, 0, 'Here'));
    expectOk(await send());
    const without = await mark(asha, 0, { satisfactory: 'no', reason: ' \n' });
    expect(without).toMatchObject({ problem: { fields: [{ field: 'reason' }] } });
    const found = { satisfactory: 'no', reason: 'No date', staffNote: 'Ask again' };
    expectOk(await mark(asha, 0, found));
    expectOk(await mark(amir, 0, found));
    expect(await mark(amir, 0)).toMatchObject({
      problem: {
        kind: 'conflict',
        conflict: { version: 1, changedBy: 'Asha Assessor', fields: { reason: 'No date' } },
      },
    });
    expectOk(await mark(amir, 0, { version: '1' }));
    const events = await world.sql`select events.audience, contents from events
      join event_contents on event_id = id
      where subject_id = ${id} and type = 'spot_check.marked' order by sequence`;
    expect(events.map(({ audience, contents }) => [audience, contents.after.satisfactory])).toEqual(
      [
        ['staff', false],
        ['staff', true],
      ],
    );
  });

  test('finishes what is all marked and as it was seen; then it stays, and the supplier reads it', async () => {
    for (const index of [0, 1, 2]) expectOk(await note(acme.person, index, 'Here'));
    expectOk(await send());
    const close = (sum: string) => closeSpotCheck(asha, { spotCheckId: id, seen: sum });
    expectOk(await mark(asha, 0));
    expect(codeOf(await close('1'))).toBe('not_marked');
    expectOk(await mark(asha, 1));
    expectOk(await mark(asha, 2, { satisfactory: 'no', reason: 'No check before go-live' }));
    expectOk(await mark(amir, 1, { satisfactory: 'no', reason: 'No AUP', version: '1' }));
    expect(codeOf(await close('3'))).toBe('changed');
    expect(await seen(acme.person)).toBe(0);
    expectOk(await close('4'));
    expectOk(await close('4'));
    expect(await seen(acme.person)).toBe(3);
    expect(await seen(other.person)).toBe(0);
    const [event] = await world.sql`select events.audience, contents from events
      join event_contents on event_id = id where subject_id = ${id} and type = 'spot_check.closed'`;
    expect(event).toMatchObject({ audience: 'supplier', contents: { satisfactory: 1, of: 3 } });
    expect(codeOf(await mark(asha, 0, { version: '1', staffNote: 'x' }))).toBe('wrong_status');
    expect(codeOf(await send())).toBe('wrong_status');
  });

  test('of a supplier that let the time pass finishes what nothing was sent for', async () => {
    moveClock('2026-12-08T10:00:00Z');
    for (const index of [0, 1, 2])
      expectOk(await mark(asha, index, { satisfactory: 'no', reason: 'Nothing was sent' }));
    expectOk(await closeSpotCheck(asha, { spotCheckId: id, seen: '3' }));
    expect(codeOf(await closeSpotCheck(acme.person, { spotCheckId: id, seen: '3' }))).toBe(
      'forbidden',
    );
  });
});
