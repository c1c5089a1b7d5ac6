import { type Calendar, holidaysIn } from './calendar';
import { addDays, dayOfWeek, daysBetween, type PlainDate } from './dates';

export type Holder = 'supplier' | 'assessor' | 'second_person';
/** Who had the case from when to when; `to` is null while they still have it. */
export type Holding = { holder: Holder; from: Date; to: Date | null };
export type SplitClock = { supplier: number; assessor: number; secondPerson: number };

const londonFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day of an instant in London, summer time included. */
export function londonDate(instant: Date): PlainDate {
  const [day, month, year] = londonFormat.format(instant).split('/');
  return `${year}-${month}-${day}` as PlainDate;
}

/** Whether a day is neither Saturday, Sunday nor a bank holiday of England and Wales. */
export function isWorkingDay(calendar: Calendar, date: PlainDate): boolean {
  const weekday = dayOfWeek(date);
  return (
    weekday !== 0 && weekday !== 6 && !holidaysIn(calendar, Number(date.slice(0, 4))).includes(date)
  );
}

/**
 * The nth working day after a date, which itself never counts; before it when `n` is negative; the
 * date itself, working or not, when `n` is 0.
 */
export function addWorkingDays(calendar: Calendar, date: PlainDate, n: number): PlainDate {
  const step = n < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(n); left > 0; ) {
    day = addDays(day, step);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}

const MONDAY: PlainDate = '1900-01-01';

/** Mondays to Fridays from 1 January 1900, a Monday, up to and including a date. */
function weekdaysUpTo(date: PlainDate): number {
  const days = daysBetween(MONDAY, date);
  const week = Math.floor(days / 7);
  return week * 5 + Math.min(days - week * 7 + 1, 5);
}

/**
 * Working days from a date to another: the first never counts (the day after receipt is day 1),
 * the second does. Negative when the second is earlier, and then again without the first. So
 * `workingDaysBetween(today, due)` is the days left, below 0 from the day after a working day `due`.
 */
export function workingDaysBetween(calendar: Calendar, from: PlainDate, to: PlainDate): number {
  if (to < from) {
    const late = workingDaysBetween(calendar, addDays(to, -1), addDays(from, -1));
    return late === 0 ? 0 : -late;
  }
  let count = weekdaysUpTo(to) - weekdaysUpTo(from);
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    count -= holidaysIn(calendar, year).filter((day) => day > from && day <= to).length;
  }
  return count;
}

/**
 * The working days each side had the case, up to `now`. A working day belongs to who had the case
 * when it began, so that the three add up to the working days of the whole time.
 */
export function splitClock(calendar: Calendar, holdings: Holding[], now: Date): SplitClock {
  const days = (holder: Holder) => {
    let sum = 0;
    for (const holding of holdings) {
      const end = holding.to && holding.to < now ? holding.to : now;
      if (holding.holder !== holder || end <= holding.from) continue;
      sum += workingDaysBetween(calendar, londonDate(holding.from), londonDate(end));
    }
    return sum;
  };
  return {
    supplier: days('supplier'),
    assessor: days('assessor'),
    secondPerson: days('second_person'),
  };
}

/**
 * The day by which the assessor's first response to a round is due: the last of `targetDays` working
 * days after receipt, the target as it was then. `stoppedDays` are the working days of this round that the supplier had the case (from
 * `splitClock`), when a request was cancelled or ran out and the round went on.
 */
export function assessorDueOn(
  calendar: Calendar,
  receivedAt: Date,
  targetDays: number,
  stoppedDays = 0,
): PlainDate {
  return addWorkingDays(calendar, londonDate(receivedAt), targetDays + stoppedDays);
}
