import { Table } from '@/components/ui/table';
import { SUCCESSION_COUNTS, type SuccessionCounts } from '@/lib/domain/succession';

type Party = { name: string; counts: SuccessionCounts };
type SuccessionCountsTableProps = { predecessor: Party; successor: Party };

/** What each side of a merger has, beside the other's. */
export function SuccessionCountsTable({ predecessor, successor }: SuccessionCountsTableProps) {
  return (
    <Table
      caption="What each has today"
      columns={[
        { header: 'What', cell: ({ label }) => label },
        { header: predecessor.name, cell: ({ id }) => predecessor.counts[id], numeric: true },
        { header: successor.name, cell: ({ id }) => successor.counts[id], numeric: true },
      ]}
      rows={SUCCESSION_COUNTS}
      rowKey={({ id }) => id}
      empty={null}
    />
  );
}
