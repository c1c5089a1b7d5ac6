import { afterAll, beforeAll, expect, test } from 'vitest';
import { askForMoreTime } from '@/lib/commands/apply/ask-for-more-time';
import { unlockQuestion } from '@/lib/commands/apply/unlock-question';
import { confirmDecision } from '@/lib/commands/assess/confirm-decision';
import { declareConflict } from '@/lib/commands/assess/declare-conflict';
import { sendBackRecommendation } from '@/lib/commands/assess/send-back-recommendation';
import { writeStaffNote } from '@/lib/commands/assess/write-staff-note';
import type { PersonActor } from '@/lib/domain/permissions';
import { REDACTED_COPIES } from '@/lib/domain/redaction';
import { type Assessment, assessment } from '@/lib/testing/assessment';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { askRedaction } from './ask-redaction';
import { redactEvent } from './redact-event';

let world: World;
let work: Assessment;
let owner: Supplier;
let asha: PersonActor;
let kim: PersonActor;
let asker: PersonActor;
let second: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  work = assessment(world);
  owner = await world.supplier();
  asha = await world.staff('Asha', 'assessor');
  kim = await world.staff('Kim', 'assessor');
  asker = await world.staff('Mo', 'manager');
  second = await world.staff('Max', 'manager');
});
afterAll(() => world.end());

const TABLES = [
  ...['conditions', 'conflicts_of_interest', 'decisions', 'information_request_items'],
  ...['information_requests', 'question_reviews', 'recommendations', 'staff_notes'],
  'unlocked_questions',
];
const GONE = 'The words were taken out.';
/** The tables in which some words stand. */
async function tablesWith(words: string): Promise<string[]> {
  const found: string[] = [];
  for (const table of TABLES) {
    const rows = await world.sql`select 1 from ${world.sql(table)} t
      where position(${words} in t::text) > 0`;
    if (rows.length > 0) found.push(table);
  }
  return found;
}

/** Has the words taken out of the one event of a case that is of this type and holds them. */
async function redact(reference: string, type: string, words: string): Promise<void> {
  const [event] = await world.sql`select e.id from events e
    join event_contents c on c.event_id = e.id join applications a on a.id = e.subject_id
    where a.reference = ${reference} and e.type = ${type}
      and position(${words} in c.contents::text) > 0`;
  const asked = await askRedaction(asker, { eventId: event?.id, reason: 'A patient is named.' });
  expectOk(await redactEvent(second, expectOk(asked)));
}

/** A case that was sent back, with words of every kind in it; `who` makes them this case's own. */
async function sentBack(who: string): Promise<string> {
  const reference = await work.submitted(owner, asha);
  const body = `Note on ${who}`;
  expectOk(await writeStaffNote(asha, { reference, body }));
  await work.reviewAll(asha, reference);
  const noteToSupplier = `Verdict on ${who}`;
  const given = { verdict: 'insufficient', noteToSupplier } as const;
  expectOk(await work.review(asha, reference, 'euo-process', given));
  expectOk(await work.send(asha, reference, { message: `Message about ${who}` }));
  const reason = `Time for ${who}`;
  expectOk(await askForMoreTime(owner.person, { reference, reason }));
  const opening = { reference, questionId: 'isms', reason: `Opened for ${who}` };
  expectOk(await unlockQuestion(owner.person, opening));
  expectOk(await declareConflict(kim, { reference, reason: `Related to ${who}` }));
  return reference;
}

test.each([
  ['note.written', 'Note on', ['staff_notes']],
  ['question.reviewed', 'Verdict on', ['information_request_items', 'question_reviews']],
  ['request.sent', 'Message about', ['information_requests']],
  ['request.extension_asked', 'Time for', ['information_requests']],
  ['question.unlocked', 'Opened for', ['unlocked_questions']],
  ['conflict.declared', 'Related to', ['conflicts_of_interest']],
])(
  'what %s says goes from the rows that repeat it, and nothing else',
  async (type, said, where) => {
    const [one, other] = [`one of ${type}`, `other of ${type}`];
    const reference = await sentBack(one);
    await sentBack(other);
    expect(await tablesWith(`${said} ${one}`)).toEqual(where);
    const before = await tablesWith(GONE);
    await redact(reference, type, `${said} ${one}`);
    expect(await tablesWith(`${said} ${one}`)).toEqual([]);
    expect(await tablesWith(`${said} ${other}`)).toEqual(where);
    expect(await tablesWith(one)).not.toEqual([]);
    expect(await tablesWith(GONE)).toEqual([...new Set([...before, ...where])].sort());
  },
);

test('what a decision says goes from the recommendation, the decision and its conditions', async () => {
  const condition = { questionId: 'isms', text: 'Mend what Mrs Example saw', dueOn: '2027-01-29' };
  const given = {
    ...{ outcome: 'approved_with_conditions', reasons: 'Mrs Example vouches for it' },
    conditions: [condition as never],
  };
  const reference = await work.recommended(owner, asha, {
    ...given,
    verdicts: { isms: 'not_met' },
  });
  const note = 'Mrs Example is a patient';
  expectOk(await sendBackRecommendation(second, { reference, note }));
  await work.recommend(asha, reference, given);
  const version = await work.mark(asker, reference);
  expectOk(await confirmDecision(asker, { reference, version }));
  expect(await tablesWith('Mrs Example')).toEqual(['conditions', 'decisions', 'recommendations']);

  await redact(reference, 'decision.sent_back', note);
  expect(await tablesWith(note)).toEqual([]);
  await redact(reference, 'decision.confirmed', given.reasons);
  expect(await tablesWith('Mrs Example')).toEqual([]);
  const [kept] = await world.sql`select conditions from recommendations
    where application_id = ${(await work.row(reference)).id} limit 1`;
  expect(kept?.conditions).toEqual([{ ...condition, text: GONE }]);
});

test('a verdict whose words went is a new version, so that no open page writes them back', async () => {
  const reference = await sentBack('Miss Sample');
  const { id } = await work.row(reference);
  const versions = () => world.sql`select question_id, version from question_reviews
    where application_id = ${id} order by question_id`;
  const before = await versions();
  await redact(reference, 'question.reviewed', 'Verdict on Miss Sample');
  const raised = before.map((row) =>
    row.question_id === 'euo-process' ? { ...row, version: row.version + 1 } : { ...row },
  );
  expect((await versions()).map((row) => ({ ...row }))).toEqual(raised);
});

test('each table from which words are taken out is named to whoever has them taken out', async () => {
  const [found] = await world.sql`select prosrc from pg_proc where proname = 'take_out_words'`;
  const tables = [...String(found?.prosrc).matchAll(/UPDATE (\w+)/g)].map(([, name]) => name);
  expect(Object.keys(REDACTED_COPIES).sort()).toEqual([...new Set(tables)].sort());
});
