import { Link } from '@/components/ui/link';
import { HOLIDAY_SOURCE } from '@/lib/domain/bank-holidays';
import type { PlainDate } from '@/lib/domain/dates';
import { formatDate } from '@/lib/format';

type HolidayListProps = { year: number; days: readonly PlainDate[] };

/** The bank holidays that working days leave out, with where they come from and how to check them. */
export function HolidayList({ year, days }: HolidayListProps) {
  return (
    <section aria-labelledby="holidays">
      <h2 className="nhsuk-heading-m" id="holidays">
        Bank holidays
      </h2>
      <p>
        Working days leave out weekends and the bank holidays of England and Wales. The service
        works these out from {HOLIDAY_SOURCE.act}. It cannot know of a bank holiday that is
        proclaimed later: compare the days below with{' '}
        <Link href={HOLIDAY_SOURCE.list}>the bank holidays on GOV.UK</Link>, and tell whoever runs
        this service if one is missing.
      </p>
      <h3 className="nhsuk-heading-s">
        {year} and {year + 1}
      </h3>
      <ul>
        {days.map((day) => (
          <li key={day}>{formatDate(day)}</li>
        ))}
      </ul>
    </section>
  );
}
