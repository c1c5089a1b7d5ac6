import { Link } from '@/components/ui/link';
import { HOLIDAY_SOURCE } from '@/lib/domain/bank-holidays';
import { type Calendar, holidaysIn } from '@/lib/domain/calendar';
import { formatDate } from '@/lib/format';
import { DayList } from './day-list';

/** The bank holidays that working days leave out, with where they come from and how to check them. */
export function HolidayList({ year, calendar }: { year: number; calendar: Calendar }) {
  const { number, covers } = calendar;
  const days = [year, year + 1].flatMap((each) => [...holidaysIn(calendar, each)]);
  const worked = `from ${HOLIDAY_SOURCE.act}`;
  return (
    <>
      <p>
        Working days leave out weekends and the bank holidays of England and Wales.{' '}
        {covers
          ? `Version ${number} of the calendar is in force: from ${formatDate(covers.from)} to ${formatDate(covers.to)} its days are those of an uploaded file. Before and after, the service works them out ${worked}.`
          : `The service works these out ${worked}.`}{' '}
        It cannot know of a bank holiday that is proclaimed later: compare the days below with{' '}
        <Link href={HOLIDAY_SOURCE.list}>the bank holidays on GOV.UK</Link>, and upload their list
        if they differ.
      </p>
      <h3 className="nhsuk-heading-s">
        {year} and {year + 1}
      </h3>
      <DayList days={days.map((date) => ({ date }))} />
    </>
  );
}
