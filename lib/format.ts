import { londonDate } from '@/lib/domain/clock';
import { formatPlainDate, type PlainDate } from '@/lib/domain/dates';

const londonTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const wholeNumber = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** '14 December 2026', as the NHS content guide writes dates; an instant by its day in London. */
export function formatDate(when: PlainDate | Date): string {
  return formatPlainDate(when instanceof Date ? londonDate(when) : when);
}

/** '3:30pm', '9am', 'midday', 'midnight', in London. */
export function formatTime(instant: Date): string {
  const [hour = 0, minute = 0] = londonTime.format(instant).split(':').map(Number);
  if (minute === 0 && hour === 0) return 'midnight';
  if (minute === 0 && hour === 12) return 'midday';
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** '14 December 2026, 3:30pm', in London. */
export function formatDateTime(instant: Date): string {
  return `${formatDate(instant)}, ${formatTime(instant)}`;
}

/** '2 working days left', 'due today', '1 working day late': days as `workingDaysBetween` counts. */
export function formatWorkingDays(left: number): string {
  if (left === 0) return 'due today';
  return `${formatCount(Math.abs(left), 'working day')} ${left > 0 ? 'left' : 'late'}`;
}

/** '1,200'. */
export const formatNumber = (count: number): string => wholeNumber.format(count);

/** '1 question', '4 questions', '1,200 questions'; a plural of its own where 's' is not it. */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${wholeNumber.format(count)} ${count === 1 ? one : many}`;
}

/** A count that was only taken up to a cap: '999', and '1,000+' once it is past the cap. */
export function formatCapped(count: number, cap = 1000): string {
  return count > cap ? `${wholeNumber.format(cap)}+` : wholeNumber.format(count);
}

/** 'a', 'a and b', 'a, b and c'. */
export function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** '340 bytes', '12 kB', '3.4 MB', in steps of 1,024 as the limits are. */
export function formatFileSize(bytes: number): string {
  if (bytes < 1024) return formatCount(bytes, 'byte');
  if (bytes < 1024 * 1024) return `${wholeNumber.format(bytes / 1024)} kB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '')} MB`;
}
