import { expect, it } from 'vitest';
import { periodLabels } from './points';

it('names weeks and months in full and in short, and the present one as unfinished', () => {
  expect(periodLabels('week', ['2026-09-28', '2026-10-05', '2026-10-12'], '2026-10-11')).toEqual([
    { label: 'Week of 28 September 2026', short: '28 Sep' },
    { label: 'Week of 5 October 2026, so far', short: '5 Oct' },
    { label: 'Week of 12 October 2026', short: '12 Oct' },
  ]);
  expect(periodLabels('month', ['2026-09-01', '2026-10-01'], '2026-10-01')).toEqual([
    { label: 'September 2026', short: 'Sep 26' },
    { label: 'October 2026, so far', short: 'Oct 26' },
  ]);
});
