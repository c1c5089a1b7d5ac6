import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { askForMoreTime } from '@/lib/commands/apply/ask-for-more-time';
import { askInThread } from '@/lib/commands/apply/ask-in-thread';
import { answerInThread } from '@/lib/commands/assess/answer-in-thread';
import { declareConflict } from '@/lib/commands/assess/declare-conflict';
import { tellEvent } from '@/lib/commands/messages/tell-event';
import { STATUS_IDS, type Status } from '@/lib/domain/application';
import type { PersonActor, SystemActor } from '@/lib/domain/permissions';
import { closedThread } from '@/lib/domain/thread';
import { type Assessment, assessment, codeOf } from '@/lib/testing/assessment';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';

const system: SystemActor = { kind: 'system', name: 'tell' };
const text = 'Which of our audits do you mean?';
let world: World;
let work: Assessment;
let acme: Supplier;
let asha: PersonActor;
let amir: PersonActor;
let mo: PersonActor;
let reference: string;
beforeAll(async () => {
  world = await makeWorld();
  work = assessment(world);
  acme = await world.supplier('Acme Care');
  asha = await world.staff('Asha Assessor', 'assessor');
  amir = await world.staff('Amir Assessor', 'assessor');
  mo = await world.staff('Mo Manager', 'manager');
});
afterAll(() => world.end());
beforeEach(async () => {
  reference = await work.submitted(acme, asha);
});

const clear = async () => {
  await world.sql`delete from graphile_worker._private_jobs`;
  await world.sql`delete from deliveries`;
  await world.sql`delete from messages`;
};
/** Tells what waits to be told; answers whom, and of what. */
async function told() {
  const jobs = await world.sql`select j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'tell'`;
  for (const { payload } of [...jobs, ...jobs]) expectOk(await tellEvent(system, payload));
  const rows = await world.sql`select p.name, m.kind, m.content from messages m
    join people p on p.id = m.person_id order by p.name`;
  return rows.map(({ name, kind, content }) => ({ who: `${kind}: ${name}`, content }));
}
const words = async () =>
  (await world.eventsOf(reference)).filter(({ type }) => type.startsWith('thread.'));
const lastPlace = async () => {
  const [row] = await world.sql`select max(e.sequence) as at from events e
    join applications a on a.id = e.subject_id where a.reference = ${reference}`;
  return row?.at as number;
};
const ask = (who: PersonActor, more: object = {}) =>
  askInThread(who, { reference, questionId: '', text, seen: 0, ...more });
const answer = (who: PersonActor, more: object = {}) =>
  answerInThread(who, { reference, questionId: '', text: 'The last one.', seen: 999, ...more });

describe('both directions', () => {
  test('what a supplier asks tells its assessor alone, once, without the words', async () => {
    await clear();
    expectOk(await ask(acme.contributor, { questionId: 'isms' }));
    expect(await words()).toEqual([
      {
        ...{ type: 'thread.asked', audience: 'supplier', draft: false },
        contents: { questionId: 'isms', text },
      },
    ]);
    const [only, ...others] = await told();
    expect(others).toEqual([]);
    expect(only?.who).toBe('thread-supplier: Asha Assessor');
    expect(only?.content.path).toBe(`/assess/${reference}/thread`);
    expect(only?.content.list).toEqual([expect.stringMatching(/^Q\.4/)]);
    expect(JSON.stringify(only)).not.toContain('audits do you mean');
  });

  test('what an assessor answers tells those who edit, once, without words or a name', async () => {
    expectOk(await ask(acme.signatory));
    await clear();
    expectOk(await answer(amir));
    expect((await words()).map(({ type }) => type)).toEqual(['thread.asked', 'thread.answered']);
    const rows = await told();
    expect(rows.map(({ who }) => who)).toEqual(
      ['Chris', 'Pat', 'Sam'].map((name) => `thread-assessor: ${name} of Acme Care`),
    );
    for (const { content } of rows) expect(content.path).toBe(`/apply/${reference}/thread`);
    expect(JSON.stringify(rows)).not.toMatch(/Amir|The last one/);
  });

  test('what is asked of nobody’s case tells the managers', async () => {
    const { version } = await work.row(reference);
    const reason = 'My brother works there.';
    expectOk(await declareConflict(asha, { reference, version, reason }));
    await clear();
    expectOk(await ask(acme.contributor));
    expect((await told()).map(({ who }) => who)).toEqual(['thread-supplier: Mo Manager']);
    expect(codeOf(await answer(asha))).toBe('conflict_of_interest');
    expectOk(await answer(amir));
  });
});

describe('two at once', () => {
  test('the same words twice, or at the same time, are written once', async () => {
    const results = await Promise.all([1, 2, 3].map(() => ask(acme.contributor)));
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true]);
    expectOk(await ask(acme.contributor));
    expect(await words()).toHaveLength(1);
    expectOk(await ask(acme.contributor, { seen: await lastPlace() }));
    expect(await words()).toHaveLength(2);
  });

  test('what somebody else wrote meanwhile comes first; a second press then sends', async () => {
    const seen = await lastPlace();
    expectOk(await answer(asha, { text: 'Tell us about the audit.', seen }));
    const result = await ask(acme.contributor, { seen });
    if (result.ok || result.problem.kind !== 'conflict') throw new Error('no conflict');
    const { conflict } = result.problem;
    expect(conflict).toMatchObject({
      ...{ version: await lastPlace(), changedBy: 'The assessor' },
      fields: { text: 'Tell us about the audit.' },
    });
    expect(await words()).toHaveLength(1);
    expectOk(await ask(acme.contributor, { seen: conflict.version }));
    expect(await words()).toHaveLength(2);
    const late = await answer(amir, { seen: conflict.version });
    expect(late).toMatchObject({
      problem: { kind: 'conflict', conflict: { changedBy: 'Chris of Acme Care (supplier)' } },
    });
  });

  test('a colleague who asks for more time counts as having written', async () => {
    await world.requestInformation(reference, asha, ['isms']);
    const seen = await lastPlace();
    expectOk(await askForMoreTime(acme.signatory, { reference, reason: 'Until Friday.' }));
    expect(await ask(acme.contributor, { seen })).toMatchObject({
      problem: { conflict: { changedBy: 'Sam of Acme Care', fields: { text: 'Until Friday.' } } },
    });
  });
});

describe('what is refused', () => {
  test.each(STATUS_IDS)('%s takes words or does not, from both sides', async (status: Status) => {
    await world.force(reference, status);
    const expected = closedThread(status) ? 'wrong_status' : 'ok';
    expect(codeOf(await ask(acme.contributor))).toBe(expected);
    expect(codeOf(await answer(asha))).toBe(expected);
    if (expected === 'wrong_status') expect(await words()).toEqual([]);
  });

  test('whoever has no part in it writes nothing', async () => {
    const stranger = await world.supplier('Other Health');
    expect(codeOf(await ask(stranger.person))).toBe('not_found');
    expect(codeOf(await ask(acme.contributor, { reference: 'DSI-0000-0000' }))).toBe('not_found');
    for (const who of [acme.administrator, asha, mo])
      expect(codeOf(await ask(who))).toBe('forbidden');
    for (const who of [acme.person, mo]) expect(codeOf(await answer(who))).toBe('forbidden');
    expect(await words()).toEqual([]);
  });

  test.each([
    ['text', { text: 'x'.repeat(2001) }],
    ['text', { text: ' \r\n\u200b' }],
    ['text', { text: undefined }],
    ['questionId', { questionId: 'no-such-question' }],
  ])('wrong %s: %j', async (field, more) => {
    for (const write of [ask(acme.contributor, more), answer(asha, more)])
      expect(await write).toMatchObject({ problem: { kind: 'invalid', fields: [{ field }] } });
    expect(await words()).toEqual([]);
  });

  test('2000 characters count with a line end as one', async () => {
    expectOk(await ask(acme.contributor, { text: `${'x'.repeat(1998)}\r\ny` }));
    expect((await words())[0]?.contents.text).toBe(`${'x'.repeat(1998)}\ny`);
  });

  test('a question that does not apply cannot be named, unless it was asked about', async () => {
    const changes = { 'dspt-status': { level: 'not_published' } } as const;
    const own = await world.finishedDraft(acme, changes);
    expectOk(await work.submit(acme, own));
    const more = { reference: own, questionId: 'dspt-published-on' };
    expect(codeOf(await ask(acme.contributor, more))).toBe('invalid');
    expect(codeOf(await answer(asha, more))).toBe('invalid');
    await world.requestInformation(own, asha, ['dspt-published-on']);
    expectOk(await ask(acme.contributor, more));
    await world.force(own, 'in_assessment');
    expectOk(await answer(asha, more));
  });
});

test('what comes line by line is one email while the first is unread, and has an end', async () => {
  await clear();
  for (let n = 1; n <= 30; n += 1)
    expectOk(await ask(acme.contributor, { text: `Line ${n}`, seen: 999 }));
  const more = await ask(acme.contributor, { text: 'One more', seen: 999 });
  expect(codeOf(more)).toBe('too_many');
  expectOk(await ask(acme.signatory, { text: 'A colleague', seen: 999 }));
  await told();
  const ways = async () =>
    (await world.sql`select way, count(*)::int as n from messages group by way order by way`).map(
      ({ way, n }) => `${way} ${n}`,
    );
  expect(await ways()).toEqual(['at_once 1', 'digest 30']);
  await world.sql`update messages set read_at = now()`;
  expectOk(await ask(acme.signatory, { text: 'After it was read', seen: 999 }));
  await told();
  expect(await ways()).toEqual(['at_once 2', 'digest 30']);
});
