import { expect, test } from 'vitest';
import { plannedDayPassed } from './planned-day';

const planned = { state: 'planned', goLiveOn: '2026-11-20', today: '2026-11-23' } as const;

test('a planned go-live date that has passed is said with the next step', () => {
  expect(plannedDayPassed(planned, 'supplier')).toEqual({
    id: 'planned_day',
    words:
      'The planned go-live date, 20 November 2026, has passed. If it went live, make it live here with the day on which it did. If not, change the date or cancel it.',
    next: { part: 'details', label: 'Change the date' },
  });
  expect(plannedDayPassed(planned, 'staff')?.words).toBe(
    'The planned go-live date, 20 November 2026, has passed. The supplier has not recorded that it went live.',
  );
});

test('nothing is said of a day to come, of today, of no day, or of one that went live', () => {
  for (const changes of [
    { goLiveOn: '2026-11-23' },
    { goLiveOn: '2026-12-01' },
    { goLiveOn: null },
    { state: 'live' },
  ] as const)
    expect(plannedDayPassed({ ...planned, ...changes }, 'supplier')).toBeNull();
});
