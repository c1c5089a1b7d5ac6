import type { PlainDate } from '@/lib/domain/dates';
import { dayOfWeek } from '@/lib/domain/dates';
import { formatDate } from '@/lib/format';

type Day = { date: PlainDate; title?: string };

/** Days in order, each with its title where it has one; a weekend day says that it changes nothing. */
export function DayList({ days }: { days: readonly Day[] }) {
  return (
    <ul>
      {days.map(({ date, title }) => (
        <li key={date} dir="auto">
          {formatDate(date)}
          {title ? `: ${title}` : ''}
          {dayOfWeek(date) % 6 === 0 ? ' (on a weekend, so it changes nothing)' : ''}
        </li>
      ))}
    </ul>
  );
}
