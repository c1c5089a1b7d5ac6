import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STATUS_IDS, type Status } from './application';
import { can, isStaff, type PersonActor, ROLES, STAFF_ROLES } from './permissions';
import { QUESTION_IDS } from './questions/types';
import {
  closedThread,
  judgeWriting,
  nameableQuestions,
  type ThreadEvent,
  type ThreadReader,
  threadEntry,
  threadState,
  type WordEvent,
} from './thread';

const TAKES: Status[] = ['submitted', 'in_assessment', 'information_requested', 'recommended'];
const person = (role: (typeof ROLES)[number]): PersonActor => ({
  ...{ kind: 'person', personId: role, name: role, roles: [role] },
  organisationId: STAFF_ROLES.some((staff) => staff === role) ? null : 'us',
});

describe('who may write when', () => {
  test.each(STATUS_IDS.flatMap((status) => ROLES.map((role) => [status, role] as const)))(
    '%s, %s',
    (status, role) => {
      const actor = person(role);
      const writes = can(actor, 'thread:ask') || can(actor, 'thread:answer');
      const may = closedThread(status) === null && writes;
      const expected = ['contributor', 'signatory', 'assessor'].includes(role);
      expect(may).toBe(TAKES.includes(status) && expected);
      expect(can(actor, 'thread:answer') && !isStaff(actor)).toBe(false);
      expect(can(actor, 'thread:ask') && isStaff(actor)).toBe(false);
    },
  );

  test('a closed thread says why to both sides, and sends the supplier on', () => {
    const closed = STATUS_IDS.flatMap((status) => closedThread(status) ?? []);
    expect(closed).toHaveLength(STATUS_IDS.length - TAKES.length);
    for (const { toSupplier, toStaff } of closed) {
      expect(toSupplier).toMatch(/\.$/);
      expect(toStaff).toMatch(/^.*\.$/);
    }
    expect(closedThread('draft')?.next).toBe('application');
    expect(closedThread('rejected')?.next).toBe('decision');
    expect(closedThread('withdrawn')?.next).toBe('start');
  });
});

describe('whose turn it is', () => {
  const words = (letters: string) =>
    [...letters].map((letter, index) => ({
      type: (letter === 'q' ? 'thread.asked' : 'thread.answered') as WordEvent,
      at: new Date(index * 1000),
    }));
  test.each([
    ['', null],
    ['q', 0],
    ['qq', 0],
    ['qa', null],
    ['qaqq', 2],
    ['a', null],
    ['aq', 1],
    ['qqaa', null],
  ])('%s: waits since %s', (letters, waits) => {
    expect(threadState(words(letters), 'in_assessment')).toEqual({
      count: letters.length,
      waitingSince: waits === null ? null : new Date(waits * 1000),
    });
  });

  test('nobody waits where nobody can write', () => {
    for (const status of STATUS_IDS) {
      const { waitingSince } = threadState(words('qaq'), status);
      expect(waitingSince !== null).toBe(TAKES.includes(status));
    }
  });
});

test('flagged questions come first, then the others that apply or were written about, each once', () => {
  expect(
    nameableQuestions({
      applicable: ['isms', 'organisation', 'euo-process'],
      flagged: ['isms', 'euo-process'],
      named: ['dspt-published-on', 'isms'],
    }),
  ).toEqual(['euo-process', 'isms', 'organisation', 'dspt-published-on']);
  const some = fc.subarray([...QUESTION_IDS]);
  fc.assert(
    fc.property(some, some, some, (applicable, flagged, named) => {
      const ids = nameableQuestions({ applicable, flagged, named });
      expect([...ids].sort()).toEqual([...new Set([...applicable, ...flagged, ...named])].sort());
      expect(ids.slice(0, flagged.length)).toEqual(flagged);
    }),
  );
});

const event = (more: Partial<ThreadEvent> = {}): ThreadEvent => ({
  ...{ sequence: 7, type: 'thread.asked', at: new Date(0), side: 'supplier', personId: 'sam' },
  ...{ name: 'Sam', contents: { questionId: 'isms', text: 'Which audit?' } },
  ...more,
});
const writing = {
  ...({ type: 'thread.asked', personId: 'sam', questionId: 'isms' } as const),
  text: 'Which audit?',
};
const byStaff = { type: 'thread.answered', side: 'staff', personId: null, name: null } as const;

describe('what becomes of words', () => {
  test.each([
    ['nothing since', [], 'write'],
    ['the same, just now', [event()], 'done'],
    ['the same, then an answer', [event(), event(byStaff)], 'done'],
    ['one’s own, of other words', [event({ contents: { text: 'Other' } })], 'write'],
    ['the same about another question', [event({ contents: { text: 'Which audit?' } })], 'write'],
    ['the same by a colleague', [event({ personId: 'chris' })], 'changed'],
    ['an answer', [event(byStaff)], 'changed'],
    ['a later date', [event({ ...byStaff, type: 'request.extended' })], 'changed'],
    ['one’s own that were taken out', [event({ contents: null })], 'write'],
  ] as const)('%s', (_, since, expected) => expect(judgeWriting(since, writing)).toBe(expected));
});

describe('an entry', () => {
  const sam: ThreadReader = { personId: 'sam', side: 'supplier' };
  const ann: ThreadReader = { personId: 'ann', side: 'staff' };
  const answer = { type: 'thread.answered', side: 'staff' } as const;
  test('names colleagues to suppliers, and nobody of the staff, whatever it holds', () => {
    expect(threadEntry(event(), sam)).toEqual({
      ...{ sequence: 7, at: new Date(0), by: 'You', side: 'supplier', deed: null },
      ...{ questionId: 'isms', text: 'Which audit?', redacted: false },
    });
    expect(threadEntry(event({ personId: 'chris', name: 'Chris' }), sam).by).toBe('Chris');
    const told = { ...answer, personId: 'ann', name: 'Ann Assessor' };
    expect(threadEntry(event(told), sam).by).toBe('The assessor');
    expect(threadEntry(event({ name: null, personId: 'gone' }), sam).by).toBe(
      'Somebody who has left',
    );
  });

  test('names everybody to staff, and says who is of the supplier', () => {
    expect(threadEntry(event(), ann).by).toBe('Sam (supplier)');
    expect(threadEntry(event({ ...answer, personId: 'ann', name: 'Ann' }), ann).by).toBe('You');
    expect(threadEntry(event({ ...answer, personId: 'bea', name: 'Bea' }), ann).by).toBe('Bea');
  });

  test('says what was done about time, and what was taken out', () => {
    const asked = { type: 'request.extension_asked', contents: { reason: 'An audit.' } } as const;
    expect(threadEntry(event(asked), sam)).toMatchObject({
      ...{ deed: 'Asked for more time', text: 'An audit.', questionId: null },
    });
    const contents = { before: '2026-12-07', after: '2026-12-14' };
    const given = { ...answer, type: 'request.extended', contents } as const;
    expect(threadEntry(event(given), sam)).toMatchObject({
      deed: 'Changed the due date from 7 December 2026 to 14 December 2026',
      text: null,
    });
    const gone = threadEntry(event({ ...given, contents: null }), sam);
    expect(gone).toMatchObject({ redacted: true, text: null, deed: 'Changed the due date' });
    const odd = { questionId: 'no-such', text: 7, before: 3, after: 'x' };
    for (const type of ['thread.asked', 'request.extended'] as const)
      expect(JSON.stringify(threadEntry(event({ type, contents: odd }), sam))).not.toMatch(
        /undefined|no-such/,
      );
  });
});
