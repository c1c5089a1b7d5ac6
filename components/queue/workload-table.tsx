import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/table';
import { assessorLabel } from '@/lib/domain/absence';
import { type QueueView, queueQuery } from '@/lib/domain/queue';
import type { Workload } from '@/lib/domain/workload';
import { formatNumber } from '@/lib/format';
import { type Path, paths } from '@/lib/paths';

type WorkloadTableProps = { rows: readonly Workload[] };

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
  view: Partial<QueueView> | null,
): Column<Workload> {
  return {
    header,
    numeric: true,
    cell: (row) =>
      view && of(row) > 0 ? (
        <Link href={workloadHref(row, view)}>
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
export function WorkloadTable({ rows }: WorkloadTableProps) {
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
        numbers('Open', (row) => row.open, {}),
        numbers('Late', (row) => row.late, { due: 'late' }),
        numbers('Due soon', (row) => row.soon, { due: 'soon' }),
        numbers('Older', (row) => row.older, null),
        numbers('Newer', (row) => row.newer, null),
        numbers('With a second person', (row) => row.confirm, { status: 'recommended' }),
        numbers('With the supplier', (row) => row.supplier, { status: 'information_requested' }),
        numbers('Decided in 30 days', (row) => row.decided, null),
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
