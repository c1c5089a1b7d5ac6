import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import { type AuditRow, auditActor, auditLabel, subjectWords } from '@/lib/domain/audit-row';
import { formatDateTime } from '@/lib/format';
import { paths } from '@/lib/paths';

type AuditTableProps = { rows: readonly AuditRow[]; empty: ReactNode };

/** Events of everything, each leading to where it stands in its history; never their words. */
export function AuditTable({ rows, empty }: AuditTableProps) {
  return (
    <Table
      caption="Events, the latest first"
      hiddenCaption
      dense
      rows={rows}
      rowKey={(row) => row.id}
      empty={empty}
      columns={[
        {
          header: 'What',
          cell: (row) => (
            <Link href={paths.historyEvent(row.reference ?? row.subjectId, row.sequence)}>
              {auditLabel(row.type)}
              <span className="nhsuk-u-visually-hidden">
                , {subjectWords(row)}, event {row.sequence}
              </span>
            </Link>
          ),
        },
        { header: 'When', cell: (row) => formatDateTime(row.at) },
        { header: 'Who', cell: (row) => auditActor(row) },
        {
          header: 'About',
          cell: (row) => <span className="wrap-anywhere">{subjectWords(row)}</span>,
        },
        { header: 'Supplier', cell: (row) => row.supplier ?? 'None' },
      ]}
    />
  );
}
