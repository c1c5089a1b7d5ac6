import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/table';
import { STAYS, type StaysBecause } from '@/lib/domain/reassign';
import { upperFirst } from '@/lib/domain/text';
import { formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { ReassignRow } from '@/lib/queries/manage/get-reassignment';

const CASE: Column<ReassignRow>[] = [
  {
    header: 'Application',
    cell: (row) => (
      <>
        <Link href={paths.assessment(row.reference)}>{row.reference}</Link>{' '}
        <span className="block wrap-anywhere">{row.product}</span>
      </>
    ),
  },
  { header: 'Supplier', cell: (row) => row.supplier },
  { header: 'Due', cell: (row) => (row.dueOn ? formatDate(row.dueOn) : 'No due date') },
  { header: 'Now with', cell: (row) => row.assignee ?? 'Nobody' },
];

type TablesProps = { rows: readonly ReassignRow[]; to: string };

/** What moves to somebody. */
export function MovesTable({ rows, to }: TablesProps) {
  return (
    <Table
      caption={`These move to ${to}`}
      dense
      rows={rows}
      rowKey={(row) => row.reference}
      empty={<p>Nothing would move to {to}.</p>}
      columns={CASE}
    />
  );
}

/** What stays where it is, each with why. */
export function StaysTable({ rows, to }: TablesProps) {
  if (rows.length === 0) return null;
  const why = (because: StaysBecause | null) =>
    because ? upperFirst(STAYS[because](to, 'it')) : '';
  return (
    <Table
      caption="These stay where they are"
      dense
      rows={rows}
      rowKey={(row) => row.reference}
      empty={null}
      columns={[...CASE, { header: 'Why', cell: (row) => why(row.because) }]}
    />
  );
}

/** What somebody has, before it is said to whom it goes. */
export function TheirsTable({ rows, from }: { rows: readonly ReassignRow[]; from: string }) {
  return (
    <Table
      caption={`What ${from} has, due first`}
      dense
      rows={rows}
      rowKey={(row) => row.reference}
      empty={<p>{from} has no open applications.</p>}
      columns={CASE}
    />
  );
}
