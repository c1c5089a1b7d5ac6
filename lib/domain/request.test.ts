import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BASE_CALENDAR } from './calendar';
import { isWorkingDay } from './clock';
import { addDays, type PlainDate } from './dates';
import { FIRST_GUIDANCE } from './guidance';
import { QUESTIONS } from './questions/catalogue';
import type { QuestionId } from './questions/types';
import {
  defaultDueOn,
  dueOnProblem,
  expiredDueOn,
  lastAnswerDay,
  requestItems,
  requestObstacle,
  unlockedBy,
} from './request';
import type { Review, Verdict } from './review';

const DSPT = [
  'organisation',
  'dspt-within-deadline',
  'dspt-compliant',
  'dspt-status',
  'dspt-published-on',
];
const ids = QUESTIONS.map((question) => question.id);
const verdicts = (changes: Partial<Record<QuestionId, Verdict | undefined>> = {}) =>
  Object.fromEntries(ids.map((id) => [id, id in changes ? changes[id] : 'sufficient']));
const facts = (changes: Partial<Record<QuestionId, Verdict | undefined>>, requestsSent = 0) => ({
  applicable: ids,
  verdicts: verdicts(changes),
  requestsSent,
  requestsMost: 3,
});

test('what unlocks: the insufficient ones, and the organisation and Q.1 to Q.2.2 together', () => {
  expect(unlockedBy(['isms'])).toEqual(['isms']);
  expect(unlockedBy(['dspt-status', 'isms'])).toEqual([...DSPT, 'isms']);
  expect(unlockedBy(['organisation'])).toEqual(DSPT);
  expect(unlockedBy([])).toEqual([]);
});

describe('when a request can be sent', () => {
  test.each([
    [facts({ isms: 'insufficient' }), undefined],
    [facts({ isms: 'insufficient', 'euo-process': 'not_met' }, 2), undefined],
    [facts({ isms: 'insufficient', 'euo-process': undefined }), 'not_reviewed'],
    [facts({}), 'nothing_missing'],
    [facts({ isms: 'not_met' }), 'nothing_missing'],
    [facts({ isms: 'insufficient' }, 3), 'no_request_left'],
  ])('%#', (given, code) => expect(requestObstacle(given)?.code).toBe(code));

  test('names the questions that wait', () => {
    const open = { isms: undefined, organisation: undefined };
    expect(requestObstacle(facts(open))?.message).toBe(
      'Not reviewed yet: Organisation details, Q.4',
    );
  });
});

describe('the due date', () => {
  test('is ten working days away by default', () => {
    expect(defaultDueOn(BASE_CALENDAR, '2026-11-23', 10)).toBe('2026-12-07');
    expect(
      dueOnProblem(BASE_CALENDAR, defaultDueOn(BASE_CALENDAR, '2026-12-24', 10), '2026-12-24'),
    ).toBeNull();
  });

  test.each<[PlainDate, RegExp | null]>([
    ['2026-11-23', /in the future/],
    ['2026-11-22', /in the future/],
    ['2026-11-24', null],
    ['2026-11-28', /working day/],
    ['2026-12-25', /working day/],
    ['2027-02-18', null],
    ['2027-02-19', /18 February 2027 or earlier/],
  ])('%s', (dueOn, problem) => {
    const found = dueOnProblem(BASE_CALENDAR, dueOn, '2026-11-23');
    if (problem === null) expect(found).toBeNull();
    else expect(found).toMatch(problem);
  });

  test('property: expired is exactly what can no longer be answered', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2026-01-01', n));
    fc.assert(
      fc.property(day, day, (today, dueOn) => {
        expect(dueOn <= expiredDueOn(BASE_CALENDAR, today)).toBe(
          lastAnswerDay(BASE_CALENDAR, dueOn) < today,
        );
      }),
    );
    expect(isWorkingDay(BASE_CALENDAR, expiredDueOn(BASE_CALENDAR, '2026-11-23'))).toBe(false);
  });
});

test('items hold the reasons, what is missing in words, and the note, in the order asked', () => {
  const review = (verdict: Verdict, note: string): Review => ({
    verdict,
    points: {
      scope: 'not_covered',
      policy: 'covered',
      controls: 'not_applicable',
      who: 'not_covered',
    },
    reasons: ['no-explanation'],
    noteToSupplier: note,
  });
  const reviews = new Map<QuestionId, Review>([
    ['isms', review('insufficient', 'Say what it covers')],
    ['euo-process', review('insufficient', 'Say who')],
    ['dspt-status', review('not_met', 'Below')],
    ['dspt-compliant', review('sufficient', 'Thanks')],
  ]);
  expect(requestItems(reviews, FIRST_GUIDANCE)).toEqual([
    {
      questionId: 'euo-process',
      reasons: ['no-explanation'],
      missing: ['Who checks'],
      note: 'Say who',
    },
    {
      questionId: 'isms',
      reasons: ['no-explanation'],
      missing: ['The scope covers this product'],
      note: 'Say what it covers',
    },
  ]);
});
