import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/table';
import { assessorLabel } from '@/lib/domain/absence';
import type { PlainDate } from '@/lib/domain/dates';
import { figureCasesQuery } from '@/lib/domain/figure-cases';
import { type QueueView, queueQuery } from '@/lib/domain/queue';
import {
  decidedFrom,
  WORKLOAD_VIEWS,
  type Workload,
  type WorkloadCounts,
} from '@/lib/domain/workload';
import { formatNumber } from '@/lib/format';
import { type Path, paths } from '@/lib/paths';

type WorkloadTableProps = { rows: readonly Workload[]; today: PlainDate };

/** The decisions that are counted of somebody. */
const decidedHref = ({ personId }: Workload, today: PlainDate): Path =>
  paths.figureCases(
    figureCasesQuery(
      {
        ...{ measure: 'decided', from: decidedFrom(today), to: today },
        assessorId: personId,
      },
      { page: 'who', shown: '' },
    ),
  );

/** The list behind a number of somebody's, or of what nobody has. */
export function workloadHref({ personId }: Pick<Workload, 'personId'>, view: Partial<QueueView>) {
  const whose = personId
    ? { tab: 'open' as const, assignee: personId }
    : { tab: 'unassigned' as const };
  return `${paths.manage}${queueQuery({ ...whose, ...view }, 'confirm')}#applications` as Path;
}

/** A column of numbers, each leading to its list; a number of nothing leads nowhere. */
function numbers(
  header: string,
  of: (row: Workload) => number,
  hrefOf: (row: Workload) => Path,
): Column<Workload> {
  return {
    header,
    numeric: true,
    cell: (row) =>
      of(row) > 0 ? (
        <Link href={hrefOf(row)}>
          {formatNumber(of(row))}
          <span className="nhsuk-u-visually-hidden">
            , {header}, {row.name}
          </span>
        </Link>
      ) : (
        formatNumber(of(row))
      ),
  };
}

/** Each assessor with what they have and what they had decided; a way to give it to others. */
export function WorkloadTable({ rows, today }: WorkloadTableProps) {
  const queue = (of: keyof WorkloadCounts) => (row: Workload) =>
    workloadHref(row, WORKLOAD_VIEWS[of]);
  return (
    <Table
      caption="Assessors, who has most to do first"
      hiddenCaption
      dense
      rows={rows}
      rowKey={({ personId }) => personId ?? 'nobody'}
      empty={<p>There are no assessors. Add people and give them the role.</p>}
      columns={[
        {
          header: 'Assessor',
          cell: (row) =>
            row.personId ? (
              <Link href={paths.person(row.personId)}>{assessorLabel(row)}</Link>
            ) : (
              row.name
            ),
        },
        numbers('Open', (row) => row.open, queue('open')),
        numbers('Late', (row) => row.late, queue('late')),
        numbers('Due soon', (row) => row.soon, queue('soon')),
        numbers('Older', (row) => row.older, queue('older')),
        numbers('Newer', (row) => row.newer, queue('newer')),
        numbers('With a second person', (row) => row.confirm, queue('confirm')),
        numbers('With the supplier', (row) => row.supplier, queue('supplier')),
        numbers(
          'Decided in 30 days',
          (row) => row.decided,
          (row) => decidedHref(row, today),
        ),
        {
          header: 'Reassign',
          hiddenHeader: true,
          cell: (row) =>
            row.personId && row.open > 0 ? (
              <Link href={paths.manageReassign(row.personId)}>
                Reassign
                <span className="nhsuk-u-visually-hidden"> what {row.name} has</span>
              </Link>
            ) : null,
        },
      ]}
    />
  );
}
