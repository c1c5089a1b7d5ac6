import { describe, expect, test } from 'vitest';
import { finishedAnswers } from '@/lib/testing/answers';
import { freezeDeclaration } from './freeze';
import { FIRST_GUIDANCE } from './guidance';
import { QUESTIONS } from './questions/catalogue';
import type { Answers } from './questions/types';

const FINISHED_ANSWERS = finishedAnswers();
const today = '2026-11-23' as const;
const freeze = (answers: Answers, unrequested: { questionId: 'isms'; reason: string }[] = []) =>
  freezeDeclaration({
    organisation: 'Northwind Health',
    product: 'Clinic Diary',
    signatory: 'Sam Carter',
    answers,
    evidence: [],
    guidance: FIRST_GUIDANCE,
    unrequested,
    register: null,
    today,
  });
const frozenOf = (answers: Answers) => {
  const result = freeze(answers);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};
const problemsOf = (answers: Answers) => {
  const result = freeze(answers);
  return !result.ok && result.problem.kind === 'invalid' ? result.problem.fields : [];
};

describe('freezing a declaration', () => {
  test('holds the wording of every question, what was typed and what was read', () => {
    const frozen = frozenOf(FINISHED_ANSWERS);
    expect(frozen.answers.map((answer) => answer.title)).toEqual(QUESTIONS.map((q) => q.title));
    expect(frozen.answers.map((answer) => answer.hint)).toEqual(QUESTIONS.map((q) => q.hint));
    const date = frozen.answers.find((answer) => answer.questionId === 'dspt-published-on');
    expect(date?.fields['publishedOn-month']).toBe('6');
    expect(date?.value).toEqual({ kind: 'date', date: '2026-06-12' });
    expect(frozen.organisation).toEqual({ name: 'Northwind Health', odsCode: 'A1B2C' });
    expect(frozen.snapshot).toBeNull();
  });

  test('states in sentences who declares what for whom', () => {
    const [first, ...rest] = frozenOf(FINISHED_ANSWERS).statement;
    expect(first).toContain('Sam Carter');
    expect(first).toContain('Northwind Health (ODS code A1B2C) about its product Clinic Diary');
    expect(rest.join(' ')).toContain('clause 3.5');
  });

  test('names every question that is missing or unfinished', () => {
    const missing = problemsOf({}).map((problem) => problem.field);
    expect(missing).toEqual(QUESTIONS.map((question) => question.id));
    const long = { choice: 'yes', details: 'x'.repeat(2001) };
    expect(problemsOf({ ...FINISHED_ANSWERS, isms: long })).toEqual([
      { field: 'isms', message: expect.stringContaining('Finish Q.4') },
    ]);
  });

  test('needs an ODS code', () => {
    const organisation = { ...FINISHED_ANSWERS.organisation, odsCode: '' };
    expect(problemsOf({ ...FINISHED_ANSWERS, organisation })).toMatchObject([
      { field: 'organisation' },
    ]);
  });

  test('leaves out what does not apply, and fields that no question defines', () => {
    const unpublished = frozenOf({
      ...FINISHED_ANSWERS,
      'dspt-status': { level: 'not_published', edition: '', sneaked: 'in' },
    });
    expect(unpublished.answers.map((answer) => answer.questionId)).not.toContain(
      'dspt-published-on',
    );
    expect(JSON.stringify(unpublished)).not.toContain('sneaked');
    expect(unpublished.dspt).toMatchObject({ verdict: 'not_published', on: today });
  });

  test('judges the DSPT status on the day', () => {
    expect(frozenOf(FINISHED_ANSWERS).dspt).toMatchObject({ verdict: 'passes', late: false });
    const stale = {
      ...FINISHED_ANSWERS,
      'dspt-status': { level: 'standards_met', edition: '24/25' },
    };
    expect(frozenOf(stale).dspt).toMatchObject({ verdict: 'stale' });
  });

  test('carries the reasons of changes nobody asked for', () => {
    const change = { questionId: 'isms' as const, reason: 'Our certificate was renewed.' };
    const result = freeze(FINISHED_ANSWERS, [change]);
    expect(result.ok && result.value.unrequested).toEqual([change]);
  });

  test('is not changed by a later change of the answers it was made from', () => {
    const answers = structuredClone(FINISHED_ANSWERS);
    const frozen = frozenOf(answers);
    const before = JSON.stringify(frozen);
    answers.isms = { choice: 'no', details: 'something else' };
    expect(JSON.stringify(frozen)).toBe(before);
  });
});
