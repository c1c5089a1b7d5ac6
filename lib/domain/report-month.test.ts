import { expect, test } from 'vitest';
import { readReportMonth } from './report-month';

test.each([
  [undefined, '2026-10-01', false],
  ['', '2026-10-01', false],
  ['2026-03', '2026-03-01', false],
  ['2026-11', '2026-11-01', false],
  ['2026-12', '2026-10-01', true],
  ['2026-13', '2026-10-01', true],
  ['1066-10', '2026-10-01', true],
  ['nonsense', '2026-10-01', true],
  [['2026-03', '2026-04'], '2026-10-01', true],
] as const)('%j asks for %s, wrongly: %s', (text, month, wrong) => {
  const asked = typeof text === 'object' ? [...text] : text;
  expect(readReportMonth(asked, '2026-11-23')).toEqual({ month, wrong });
});
