import { expect, test } from 'vitest';
import { refusalSentences } from './euo-refusals';

test('another go-live date of one that went live leads to its page, where it is corrected', () => {
  expect(refusalSentences(['go_live_fixed'])).toEqual([
    'It went live on another date. Correct it on its page: an import cannot',
  ]);
});
