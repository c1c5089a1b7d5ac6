import { Table } from '@/components/ui/table';
import { isOdsStatus, ODS_STATUSES } from '@/lib/domain/ods-fact';
import { REGISTERS, type RegisterId } from '@/lib/domain/register';

type StatusesTableProps = {
  register: RegisterId;
  statuses: readonly { status: string; rows: number }[];
};

/** How many rows of a file have which status, in words where a file has letters. */
export function StatusesTable({ register, statuses }: StatusesTableProps) {
  if (statuses.length === 0) return null;
  const inWords = (status: string): string =>
    REGISTERS[register].kind === 'ods' && isOdsStatus(status)
      ? ODS_STATUSES[status].label
      : status || 'None';
  return (
    <Table
      caption="Rows by status, as the file says it"
      rows={statuses}
      rowKey={({ status }) => status}
      empty={null}
      columns={[
        { header: 'Status', cell: ({ status }) => inWords(status) },
        { header: 'Rows', cell: ({ rows }) => rows.toLocaleString('en-GB'), numeric: true },
      ]}
    />
  );
}
