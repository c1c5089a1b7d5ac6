import { Pagination } from '@/components/ui/pagination';
import { Table } from '@/components/ui/table';
import { REFUSED_ROWS, type RowRefusal } from '@/lib/domain/register-file';
import { paths } from '@/lib/paths';

type RefusedRowsProps = {
  id: string;
  refusals: readonly { line: number; reason: RowRefusal; text: string }[];
  nextLine: number | null;
  /** Whether this is a page after the first. */
  later: boolean;
};

/** The lines of a file that were left out, and why. */
export function RefusedRows({ id, refusals, nextLine, later }: RefusedRowsProps) {
  return (
    <>
      <Table
        caption="Rows that were refused"
        rows={refusals}
        rowKey={({ line }) => String(line)}
        dense
        empty={<p>No more rows were refused.</p>}
        columns={[
          { header: 'Line', cell: ({ line }) => line },
          { header: 'Why', cell: ({ reason }) => REFUSED_ROWS[reason] },
          {
            header: 'Row',
            cell: ({ text }) => <span className="[overflow-wrap:anywhere]">{text}</span>,
          },
        ]}
      />
      <Pagination
        previous={later ? { href: paths.register(id), label: 'First' } : undefined}
        next={nextLine === null ? undefined : { href: `?line=${nextLine}` }}
      />
    </>
  );
}
