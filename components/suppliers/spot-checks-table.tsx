import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { PlainDate } from '@/lib/domain/dates';
import {
  resultWords,
  SPOT_CHECK_STATES,
  type SpotCheckResult,
  type SpotCheckState,
  spotCheckName,
} from '@/lib/domain/spot-check';
import { formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';

export type ListedSpotCheck = {
  id: string;
  number: number;
  state: SpotCheckState;
  drawnOn: PlainDate;
  dueOn: PlainDate;
  result: SpotCheckResult;
};

type SpotChecksTableProps = { record: string; spotChecks: readonly ListedSpotCheck[] };

/** The spot checks of a supplier, for staff. */
export function SpotChecksTable({ record, spotChecks }: SpotChecksTableProps) {
  const columns: Column<ListedSpotCheck>[] = [
    {
      header: 'Spot check',
      cell: ({ id, number }) => (
        <Link href={paths.supplierSpotCheck(record, id)}>{spotCheckName(number)}</Link>
      ),
    },
    { header: 'Drawn', cell: ({ drawnOn }) => formatDate(drawnOn) },
    { header: 'Due', cell: ({ dueOn }) => formatDate(dueOn) },
    {
      header: 'State',
      cell: ({ state }) => (
        <Tag colour={SPOT_CHECK_STATES[state].colour}>{SPOT_CHECK_STATES[state].label}</Tag>
      ),
    },
    {
      header: 'Result',
      cell: ({ state, result }) => {
        if (state === 'cancelled') return 'Counts for nothing';
        return state === 'closed' ? resultWords(result) : `${result.of} drawn, not finished`;
      },
    },
  ];
  return (
    <Table
      caption="Spot checks, the latest first"
      hiddenCaption
      columns={columns}
      rows={spotChecks}
      rowKey={({ id }) => id}
      empty={<p>No sample of this supplier’s end user organisations was drawn yet.</p>}
      dense
    />
  );
}
