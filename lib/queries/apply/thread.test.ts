import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { askForMoreTime } from '@/lib/commands/apply/ask-for-more-time';
import { askInThread } from '@/lib/commands/apply/ask-in-thread';
import { answerInThread } from '@/lib/commands/assess/answer-in-thread';
import { extendRequest } from '@/lib/commands/assess/extend-request';
import { askRedaction } from '@/lib/commands/manage/ask-redaction';
import { redactEvent } from '@/lib/commands/manage/redact-event';
import { markThreadRead } from '@/lib/commands/messages/mark-thread-read';
import type { PersonActor } from '@/lib/domain/permissions';
import { THREAD_ENTRIES } from '@/lib/domain/thread';
import { getCase } from '@/lib/queries/assess/get-case';
import { getCaseThread } from '@/lib/queries/assess/get-case-thread';
import { type Assessment, assessment } from '@/lib/testing/assessment';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { getApplication } from './get-application';
import { getQuestion } from './get-question';
import { getThread } from './get-thread';

let world: World;
let work: Assessment;
let owner: Supplier;
let asha: PersonActor;
let mo: PersonActor;
let reference: string;
const LATEST = 1_000_000;
beforeAll(async () => {
  world = await makeWorld();
  work = assessment(world);
  owner = await world.supplier('Aster Systems');
  asha = await world.staff('Asha Unnamed', 'assessor');
  mo = await world.staff('Mo Unnamed', 'manager');
});
afterAll(() => world.end());
beforeEach(async () => {
  reference = await work.submitted(owner, asha);
});

const ask = async (who: PersonActor, text: string, questionId = '') =>
  expectOk(await askInThread(who, { reference, text, questionId, seen: LATEST }));
const answer = async (text: string, questionId = '') =>
  expectOk(await answerInThread(asha, { reference, text, questionId, seen: LATEST }));

test('both sides read the same, time included; suppliers learn no name of the staff', async () => {
  await work.reviewAll(asha, reference, { isms: 'insufficient' });
  expectOk(await work.send(asha, reference));
  await ask(owner.contributor, 'Which scope?', 'isms');
  await answer('All of it.', 'isms');
  expectOk(await askForMoreTime(owner.signatory, { reference, reason: 'Our auditor is away.' }));
  const { version } = await work.row(reference);
  expectOk(await extendRequest(asha, { reference, dueOn: '2026-12-14', version }));
  const moved = 'Changed the due date from 7 December 2026 to 14 December 2026';
  const theirs = await getThread(owner.contributor, reference);
  expect(theirs?.entries.map(({ by, deed, text }) => [by, deed ?? text])).toEqual([
    ['You', 'Which scope?'],
    ['The assessor', 'All of it.'],
    ['Sam of Aster Systems', 'Asked for more time'],
    ['The assessor', moved],
  ]);
  expect(JSON.stringify(theirs)).not.toMatch(/Unnamed/);
  expect(JSON.stringify(theirs)).not.toContain(asha.personId);
  expect(theirs).toMatchObject({ mayWrite: true, assigned: true, lastAbout: 'isms' });
  expect(theirs?.questions.slice(0, 2)).toEqual(['isms', 'organisation']);
  const ours = await getCaseThread(mo, reference);
  expect(ours?.entries.map(({ by }) => by)).toEqual([
    ...['Chris of Aster Systems (supplier)', 'Asha Unnamed'],
    ...['Sam of Aster Systems (supplier)', 'Asha Unnamed'],
  ]);
  expect(ours).toMatchObject({ mayAnswer: false, timeAsked: false, seen: theirs?.seen });
});

test('what is foreign or missing looks the same, and each side has its own page', async () => {
  const stranger = await world.supplier('Birch Software');
  for (const none of ['DSI-2222-2222', "x' or 1=1", 'a\u0000b', ''])
    for (const read of [getThread(owner.person, none), getCaseThread(asha, none)])
      expect(await read).toBeNull();
  for (const read of [
    getThread(stranger.person, reference),
    getThread(asha, reference),
    getCaseThread(owner.person, reference),
  ])
    expect(await read).toBeNull();
});

test('who reads only reads: administrators, managers, those in conflict', async () => {
  expect(await getThread(owner.administrator, reference)).toMatchObject({ mayWrite: false });
  expect(await getCaseThread(asha, reference)).toMatchObject({ mayAnswer: true });
  await world.sql`insert into conflicts_of_interest (application_id, person_id, reason, declared_at)
    select id, ${asha.personId}, 'A friend', now() from applications where reference = ${reference}`;
  expect(await getCaseThread(asha, reference)).toMatchObject({
    ...{ mayAnswer: false, hasConflict: true },
  });
});

test('both sides are told whose turn it is, until a decision', async () => {
  const turns = async () => [
    (await getApplication(owner.person, reference))?.thread,
    (await getCase(asha, reference))?.thread,
  ];
  await ask(owner.contributor, 'How long?');
  const at = new Date('2026-11-23T10:00:00Z');
  const waiting = { count: 1, waitingSince: at };
  expect(await turns()).toEqual([
    { ...waiting, unreadSince: null, takesWords: true },
    { ...waiting, mayAnswer: true },
  ]);
  await answer('A week.');
  const answered = { count: 2, waitingSince: null };
  expect(await turns()).toMatchObject([answered, answered]);
  await world.force(reference, 'rejected');
  expect(await turns()).toMatchObject([
    { waitingSince: null, takesWords: false },
    { waitingSince: null },
  ]);
  const path = `/apply/${reference}/isms`;
  const mayAsk = async (who: PersonActor) =>
    (await getQuestion(who, reference, 'isms', path))?.mayAsk;
  expect(await mayAsk(owner.person)).toBe(false);
  await world.force(reference, 'in_assessment');
  expect(await mayAsk(owner.person)).toBe(true);
  expect(await mayAsk(owner.administrator)).toBe(false);
});

test('the assessor’s words are news to each reader until they read them or submit again', async () => {
  const news = async (who: PersonActor) =>
    (await getApplication(who, reference))?.thread.unreadSince;
  const at = new Date('2026-11-23T11:00:00Z');
  for (const person of [owner.person, owner.contributor])
    await world.sql`insert into messages (person_id, organisation_id, kind, cause, application_id,
        content, way, created_at)
      select ${person.personId}, ${owner.id}, 'thread-assessor', reference, id, '{}', 'portal_only',
        ${at} from applications where reference = ${reference}`;
  expect(await news(owner.person)).toEqual(at);
  expect(await news(owner.administrator)).toBeNull();
  expectOk(await markThreadRead(owner.person, { reference, until: at }));
  expect(await news(owner.person)).toBeNull();
  expect(await news(owner.contributor)).toEqual(at);
  await world.sql`update applications set submitted_at = '2026-11-23T12:00:00Z'
    where reference = ${reference}`;
  expect(await news(owner.contributor)).toBeNull();
  await world.sql`update applications set submitted_at = '2026-11-23T10:00:00Z'
    where reference = ${reference}`;
  await world.force(reference, 'rejected');
  expect(await news(owner.contributor)).toBeNull();
});

test('words that were taken out are gone for both sides, their place stays', async () => {
  await ask(owner.contributor, 'Mrs Example of our hospital says no.', 'isms');
  const [event] = await world.sql`select e.id from events e join applications a
    on a.id = e.subject_id where a.reference = ${reference} and e.type = 'thread.asked'`;
  const asked = expectOk(await askRedaction(mo, { eventId: event?.id, reason: 'A patient' }));
  const second = await world.staff('Max', 'manager');
  expectOk(await redactEvent(second, asked));
  for (const view of [
    await getThread(owner.person, reference),
    await getCaseThread(asha, reference),
  ])
    expect(view?.entries).toMatchObject([{ redacted: true, text: null, questionId: null }]);
});

test('a long thread is read page by page, its end first', async () => {
  for (let n = 1; n <= THREAD_ENTRIES + 3; n += 1)
    await ask(n % 2 === 0 ? owner.contributor : owner.signatory, `Number ${n}`);
  const last = await getThread(owner.person, reference);
  expect(last?.entries).toHaveLength(THREAD_ENTRIES);
  expect(last?.entries[0]?.text).toBe('Number 4');
  expect(last?.seen).toBe(last?.entries.at(-1)?.sequence);
  const first = await getThread(owner.person, reference, last?.earlier ?? 0);
  expect(first?.entries.map(({ text }) => text)).toEqual(['Number 1', 'Number 2', 'Number 3']);
  expect(first?.earlier).toBeNull();
  const ours = await getCaseThread(asha, reference, last?.earlier ?? 0);
  expect(ours?.entries.map(({ sequence }) => sequence)).toEqual(
    first?.entries.map(({ sequence }) => sequence),
  );
});
