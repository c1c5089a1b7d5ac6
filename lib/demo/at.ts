import { BASE_CALENDAR } from '@/lib/domain/calendar';
import { addWorkingDays } from '@/lib/domain/clock';
import type { PlainDate } from '@/lib/domain/dates';
import { moveClock } from '@/lib/ports/clock';

/** Moves the clock to an hour (UTC) of the working day that lies so many before `today`. */
export function goTo(today: PlainDate, workingDaysAgo: number, time: string): void {
  moveClock(new Date(`${addWorkingDays(BASE_CALENDAR, today, -workingDaysAgo)}T${time}:00Z`));
}
