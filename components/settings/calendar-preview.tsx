import { Details } from '@/components/ui/details';
import { SummaryList } from '@/components/ui/summary-list';
import { WarningCallout } from '@/components/ui/warning-callout';
import type { CalendarChanges, Holiday } from '@/lib/domain/calendar';
import type { PlainDate } from '@/lib/domain/dates';
import { formatCount, formatDate, formatNumber } from '@/lib/format';
import { DayList } from './day-list';

type CalendarPreviewProps = {
  fileName: string;
  days: readonly Holiday[];
  changes: CalendarChanges;
  /** Cases that would be counted anew. */
  cases: number;
  /** The version that it would be. */
  number: number;
  warnings: readonly string[];
};

/** What a file of bank holidays would change if it were published, with what moves and what stays. */
export function CalendarPreview(props: CalendarPreviewProps) {
  const { fileName, days, changes, cases, number, warnings } = props;
  const title = (date: PlainDate) => days.find((day) => day.date === date)?.title;
  const listed = (dates: readonly PlainDate[]) =>
    dates.length === 0 ? (
      'None'
    ) : (
      <>
        <p>{formatCount(dates.length, 'day')}</p>
        <DayList days={dates.map((date) => ({ date, title: title(date) }))} />
      </>
    );
  const [first, last] = [days[0], days.at(-1)];
  return (
    <>
      {warnings.length > 0 ? (
        <WarningCallout heading="Check this first">
          {warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </WarningCallout>
      ) : null}
      <SummaryList
        rows={[
          { label: 'File', value: <span dir="auto">{fileName}</span> },
          {
            label: 'Covers',
            value: `${first ? formatDate(first.date) : ''} to ${last ? formatDate(last.date) : ''}, ${formatCount(days.length, 'day')}`,
          },
          { label: 'Days added', value: listed(changes.added) },
          { label: 'Days removed', value: listed(changes.removed) },
          { label: 'Applications counted anew', value: formatNumber(cases) },
        ]}
      />
      <Details summary="Every day of the file">
        <DayList days={days} />
      </Details>
      <h2 className="nhsuk-heading-m">What happens when you publish it</h2>
      <ul>
        <li>
          Version {number} holds at once for clocks, days left and forecasts, from its first to its
          last day. Before and after those the service works the days out.
        </li>
        <li>
          {cases === 0
            ? 'No figures of earlier applications change.'
            : `The figures of ${formatCount(cases, 'application')} are counted anew within minutes.`}
        </li>
        <li>Due dates that somebody was given stay as they are.</li>
        <li>It cannot be taken back, but another version can follow.</li>
      </ul>
    </>
  );
}
