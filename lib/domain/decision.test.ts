import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkRecommendation,
  type DecisionFacts,
  OUTCOMES,
  type Outcome,
  permittedOutcomes,
} from './decision';
import { QUESTIONS } from './questions/catalogue';
import type { QuestionId } from './questions/types';
import { VERDICTS, type Verdict } from './review';

const applicable = QUESTIONS.map((question) => question.id);
type Changes = Partial<Record<QuestionId, Verdict | undefined>>;
const facts = (changes: Changes = {}, more: Partial<DecisionFacts> = {}): DecisionFacts => ({
  applicable,
  verdicts: Object.fromEntries(
    applicable.map((id) => [id, id in changes ? changes[id] : 'sufficient']),
  ),
  dsptPasses: true,
  requestsSent: 0,
  requestsMost: 3,
  requestExpired: false,
  ...more,
});
const permitted = (given: DecisionFacts) =>
  permittedOutcomes(given).flatMap(({ outcome, permitted: may }) => (may ? [outcome] : []));

describe('which outcomes are permitted', () => {
  test.each<[string, DecisionFacts, Outcome[]]>([
    ['all sufficient', facts(), ['approved', 'rejected']],
    ['one not reviewed', facts({ isms: undefined }), []],
    ['one insufficient, not asked yet', facts({ isms: 'insufficient' }), []],
    [
      'one insufficient after two requests',
      facts({ isms: 'insufficient' }, { requestsSent: 2 }),
      [],
    ],
    ['after the third request', facts({ isms: 'insufficient' }, { requestsSent: 3 }), ['rejected']],
    ['a request ran out', facts({ isms: 'insufficient' }, { requestExpired: true }), ['rejected']],
    ['one not met', facts({ isms: 'not_met' }), ['approved_with_conditions', 'rejected']],
    [
      'not met and insufficient',
      facts({ isms: 'not_met', 'euo-process': 'insufficient' }),
      ['rejected'],
    ],
    ['status does not pass', facts({}, { dsptPasses: false }), ['rejected']],
    [
      'status does not pass, one not met',
      facts({ isms: 'not_met' }, { dsptPasses: false }),
      ['rejected'],
    ],
    [
      'status does not pass, one not reviewed',
      facts({ isms: undefined }, { dsptPasses: false }),
      [],
    ],
  ])('%s', (_, given, expected) => expect(permitted(given)).toEqual(expected));

  test('each refusal says why', () => {
    for (const { permitted: may, why } of permittedOutcomes(facts({ isms: 'insufficient' })))
      expect([may, why]).toEqual([false, expect.stringContaining('Q.4')]);
  });

  test('a question that does not apply is not looked at', () => {
    const less = applicable.filter((id) => id !== 'dspt-published-on');
    expect(permitted(facts({ 'dspt-published-on': undefined }, { applicable: less }))).toContain(
      'approved',
    );
  });

  test('property: approval never with anything but sufficient, nor without a passing status', () => {
    const verdict = fc.option(fc.constantFrom(...VERDICTS), { nil: undefined });
    fc.assert(
      fc.property(
        fc.tuple(...applicable.map(() => verdict)),
        fc.boolean(),
        fc.nat(3),
        (drawn, dsptPasses, requestsSent) => {
          const verdicts = Object.fromEntries(applicable.map((id, index) => [id, drawn[index]]));
          const may = permitted(facts(verdicts, { dsptPasses, requestsSent }));
          const all = (only: Verdict[]) => drawn.every((each) => each && only.includes(each));
          expect(may.includes('approved')).toBe(dsptPasses && all(['sufficient']));
          expect(may.includes('approved_with_conditions')).toBe(
            dsptPasses && all(['sufficient', 'not_met']) && drawn.includes('not_met'),
          );
        },
      ),
    );
  });
});

describe('a recommendation', () => {
  const today = '2026-11-23';
  const condition = {
    questionId: 'isms' as const,
    text: 'Widen the scope',
    dueOn: '2027-01-29' as const,
  };
  const fields = (answer: ReturnType<typeof checkRecommendation>) =>
    !answer.ok && answer.problem.kind === 'invalid'
      ? answer.problem.fields.map((f) => f.field)
      : answer;

  test('rejection needs reasons', () => {
    expect(fields(checkRecommendation(facts(), 'rejected', ' ', [], today))).toEqual(['reasons']);
    expect(checkRecommendation(facts(), 'rejected', 'Because', [], today)).toEqual({
      ok: true,
      value: [],
    });
  });

  test('every question not met carries a condition with words and a day to come', () => {
    const given = facts({ isms: 'not_met' });
    const check = (conditions: (typeof condition)[]) =>
      checkRecommendation(given, 'approved_with_conditions', '', conditions, today);
    expect(check([condition])).toEqual({ ok: true, value: [condition] });
    expect(fields(check([]))).toEqual(['condition-isms', 'dueOn-isms-day']);
    expect(check([])).toMatchObject({
      problem: { fields: [{}, { message: 'Enter the due date of the condition for Q.4' }] },
    });
    expect(fields(check([{ ...condition, text: ' ' }]))).toEqual(['condition-isms']);
    expect(fields(check([{ ...condition, dueOn: today as never }]))).toEqual(['dueOn-isms-day']);
    const stray = { ...condition, questionId: 'euo-process' as never };
    expect(check([condition, stray])).toEqual({ ok: true, value: [condition] });
  });

  test.each(OUTCOMES)('%s is refused while something waits', (outcome) => {
    const answer = checkRecommendation(facts({ isms: undefined }), outcome, 'Why', [], today);
    expect(answer).toMatchObject({ ok: false, problem: { code: 'outcome_not_permitted' } });
  });
});
