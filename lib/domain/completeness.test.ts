import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finishedAnswer, finishedAnswers } from '@/lib/testing/answers';
import { completeness } from './completeness';
import { QUESTIONS } from './questions/catalogue';
import type { AnswerFields, Answers, QuestionId } from './questions/types';
import { QUESTION_IDS } from './questions/types';

const context = { today: '2026-11-23' } as const;
const stateOf = (answers: Answers, id: QuestionId) =>
  completeness(answers, context).questions.find((question) => question.id === id)?.state;

test('nothing answered: each is to answer, and named as a blocker', () => {
  const found = completeness({}, context);
  expect(found).toMatchObject({ completed: 0, applicable: QUESTION_IDS.length, canSubmit: false });
  expect(found.blockers.map((blocker) => blocker.message)).toEqual([
    'Answer organisation details',
    'Answer Q.1, DSPT completed within the deadline',
    'Answer Q.2, Compliant with the DSPT',
    'Answer Q.2.1, Published DSPT status',
    'Answer Q.2.2, Date of publication',
    'Answer Q.3, EUO process',
    'Answer Q.4, ISMS',
  ]);
});

test('everything answered: nothing blocks', () => {
  expect(completeness(finishedAnswers(), context)).toMatchObject({
    completed: QUESTION_IDS.length,
    applicable: QUESTION_IDS.length,
    blockers: [],
    canSubmit: true,
  });
});

test('a status that was not published asks for no date, and ignores one', () => {
  for (const date of ['12', '99']) {
    const answers = finishedAnswers({
      'dspt-status': { level: 'not_published', edition: '' },
      'dspt-published-on': { 'publishedOn-day': date },
    });
    expect(completeness(answers, context)).toMatchObject({
      completed: QUESTION_IDS.length - 1,
      applicable: QUESTION_IDS.length - 1,
      canSubmit: true,
    });
  }
});

test.each([
  ['blank fields', { choice: '', details: ' \n', covered: [] }, 'not_started'],
  ['a choice alone', { choice: 'yes' }, 'in_progress'],
  ['a tick alone', { covered: ['scope'] }, 'in_progress'],
  ['2000 characters', { choice: 'no', details: 'x'.repeat(2000) }, 'completed'],
  ['2001 characters', { choice: 'no', details: 'x'.repeat(2001) }, 'in_progress'],
] as [string, AnswerFields, string][])('isms with %s is %s', (_, fields, state) => {
  expect(stateOf({ isms: fields }, 'isms')).toBe(state);
});

test('an answer that was begun says what it lacks', () => {
  const answers = finishedAnswers({ organisation: { odsCode: '' }, isms: { details: '' } });
  expect(completeness(answers, context).blockers).toEqual([
    { questionId: 'organisation', message: 'Finish organisation details: enter your ODS code' },
    { questionId: 'isms', message: 'Finish Q.4, ISMS: enter details' },
  ]);
});

test('a date that was fine stays fine, one in the future waits for its day', () => {
  const answers = finishedAnswers({ 'dspt-published-on': { 'publishedOn-year': '2027' } });
  expect(stateOf(answers, 'dspt-published-on')).toBe('in_progress');
  const later = completeness(answers, { today: '2027-06-12' });
  expect(later.canSubmit).toBe(true);
});

describe('for any answers', () => {
  const text = fc.oneof(fc.constantFrom('', 'yes', 'no', '12', '2026', '25/26'), fc.string());
  const level = fc.constantFrom('standards_met', 'not_published', 'nonsense', '');
  const anyAnswers: fc.Arbitrary<Answers> = fc
    .record(
      Object.fromEntries(
        QUESTIONS.map((question) => [
          question.id,
          fc.option(
            fc.record(
              Object.fromEntries(
                question.fields.map((field) => [
                  field.name,
                  field.many ? fc.array(fc.string()) : field.name === 'level' ? level : text,
                ]),
              ),
            ),
            { nil: undefined },
          ),
        ]),
      ),
    )
    .map((answers) => answers as Answers);
  const anyQuestion = fc.constantFrom(...QUESTIONS.map(({ id }) => id));

  test('a finished answer never sets another question back, save by making it not apply', () => {
    fc.assert(
      fc.property(anyAnswers, anyQuestion, (answers, id) => {
        const after: Answers = { ...answers, [id]: finishedAnswer(id) };
        for (const question of QUESTIONS) {
          const [was, is] = [stateOf(answers, question.id), stateOf(after, question.id)];
          if (question.id === id) expect(['completed', 'not_applicable']).toContain(is);
          else if (was !== 'not_applicable' && is !== 'not_applicable') expect(is).toBe(was);
        }
      }),
    );
  });

  test('answers to questions that do not apply change nothing', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const found = completeness(answers, context);
        const kept = Object.fromEntries(
          found.questions
            .filter(({ state }) => state !== 'not_applicable')
            .map(({ id }) => [id, answers[id]]),
        );
        expect(completeness(kept, context)).toEqual(found);
      }),
    );
  });

  test('it can be submitted exactly when every question that applies is completed', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const found = completeness(answers, context);
        expect(found.canSubmit).toBe(found.completed === found.applicable);
        expect(found.blockers).toHaveLength(found.applicable - found.completed);
      }),
    );
  });
});
