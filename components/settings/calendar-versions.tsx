import { Details } from '@/components/ui/details';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { CalendarChanges, Holiday } from '@/lib/domain/calendar';
import { daysInWords } from '@/lib/domain/calendar-words';
import type { PlainDate } from '@/lib/domain/dates';
import { formatCount, formatDate, formatDateTime } from '@/lib/format';
import { DayList } from './day-list';

type ShownVersion = {
  number: number;
  covers: { from: PlainDate; to: PlainDate } | null;
  days: readonly Holiday[];
  changes: CalendarChanges;
  fileName: string | null;
  sha256: string | null;
  source: string;
  reason: string;
  publishedBy: string | null;
  at: Date;
};

function Days({ covers, days, changes }: ShownVersion) {
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

function Source({ source, fileName, sha256 }: ShownVersion) {
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

const columnsOf = (newest: number): Column<ShownVersion>[] => [
  {
    header: 'Version',
    cell: ({ number }) => (
      <>
        {number} {number === newest ? <Tag colour="green">In force</Tag> : null}
      </>
    ),
  },
  { header: 'Days', cell: Days },
  { header: 'Taken from', cell: Source },
  {
    header: 'Published by',
    cell: ({ publishedBy, at }) =>
      publishedBy === null ? 'Nobody' : `${publishedBy}, ${formatDateTime(at)}`,
  },
  { header: 'Why', cell: ({ reason }) => <span dir="auto">{reason}</span> },
];

type CalendarVersionsProps = {
  caption: string;
  /** The number of the version in force. */
  newest: number;
  versions: readonly ShownVersion[];
};

/** Versions of the bank holidays: their days, where they were taken from, who published them and why. */
export function CalendarVersions({ caption, newest, versions }: CalendarVersionsProps) {
  return (
    <Table
      caption={caption}
      columns={columnsOf(newest)}
      rows={versions}
      rowKey={({ number }) => `${number}`}
      empty={<p>There is no earlier version.</p>}
    />
  );
}
