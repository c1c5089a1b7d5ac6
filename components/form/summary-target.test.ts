import { expect, it } from 'vitest';
import { choiceId } from './choice-id';
import { summaryTarget } from './summary-target';

it('points to the first input that answers, whose id is the name of the field', () => {
  expect(summaryTarget('published-on', '')).toBe('published-on');
  expect(summaryTarget('published-on-day', '')).toBe('published-on');
  expect(summaryTarget('published-on-year', 'q1-')).toBe('q1-published-on-year');
  expect(choiceId('q1-answer', 0)).toBe(summaryTarget('answer', 'q1-'));
  expect(choiceId('answer', 1)).toBe('answer-2');
});
