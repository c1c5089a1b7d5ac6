import { Details } from '@/components/ui/details';
import type { Column } from '@/components/ui/table';
import type { CalendarVersion } from '@/lib/domain/calendar';
import { daysInWords } from '@/lib/domain/calendar-words';
import { formatCount, formatDate } from '@/lib/format';
import { DayList } from './day-list';
import { VersionsTable, type VersionsTableProps } from './versions-table';

function Days({ covers, days, changes }: CalendarVersion) {
  if (!covers) return 'Worked out for any year';
  return (
    <>
      <p>
        {formatDate(covers.from)} to {formatDate(covers.to)}
      </p>
      <p>
        Added: {daysInWords(changes.added)}
        <br />
        Removed: {daysInWords(changes.removed)}
      </p>
      <Details summary={`All ${formatCount(days.length, 'day')}`}>
        <DayList days={days} />
      </Details>
    </>
  );
}

function Source({ source, fileName, sha256 }: CalendarVersion) {
  return (
    <>
      <span dir="auto" className="break-words">
        {source}
      </span>
      {fileName ? (
        <>
          <br />
          <span dir="auto">{fileName}</span>, SHA-256 <span className="break-all">{sha256}</span>
        </>
      ) : null}
    </>
  );
}

const COLUMNS: Column<CalendarVersion>[] = [
  { header: 'Days', cell: Days },
  { header: 'Taken from', cell: Source },
];

/** Versions of the bank holidays: their days, where they were taken from, who published them and why. */
export function CalendarVersions(props: Omit<VersionsTableProps<CalendarVersion>, 'columns'>) {
  return <VersionsTable {...props} columns={COLUMNS} />;
}
