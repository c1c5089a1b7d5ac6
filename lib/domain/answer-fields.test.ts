import { expect, test } from 'vitest';
import { sameFields } from './answer-fields';
import { questionOf } from './questions/catalogue';

const answer = (...covered: string[]) => ({ choice: 'yes', details: 'We do.', covered });
const same = (a: string[], b: string[]) =>
  sameFields(questionOf('euo-process'), answer(...a), answer(...b));

test('a tick is told from none whichever version of the guidance has its point', () => {
  expect(same(['who', 'when'], ['when', 'who'])).toBe(true);
  expect(same(['who', 'v2-1'], ['who'])).toBe(false);
  expect(same([], ['v2-1'])).toBe(false);
});
