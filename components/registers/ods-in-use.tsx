import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import type { PlainDate } from '@/lib/domain/dates';
import { REGISTERS, type RegisterId, registersOf } from '@/lib/domain/register';
import { formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';

type InUse = ReadonlyMap<RegisterId, { id: string; asOf: PlainDate; rows: number }>;

/** Which ODS file is in use for each kind of organisation. */
export function OdsInUse({ inUse }: { inUse: InUse }) {
  const rows = registersOf('ods').flatMap((register) => {
    const snapshot = inUse.get(register);
    return snapshot ? [{ register, ...snapshot }] : [];
  });
  return (
    <Table
      caption="ODS files in use"
      hiddenCaption
      rows={rows}
      rowKey={({ register }) => register}
      empty={
        <p>
          No ODS file is in use. Upload one, for example of GP practices and prescribers (epraccur).
        </p>
      }
      columns={[
        {
          header: 'Holds',
          cell: ({ id, register }) => (
            <Link href={paths.register(id)}>{REGISTERS[register].label}</Link>
          ),
        },
        { header: 'In use', cell: ({ asOf }) => `the file of ${formatDate(asOf)}` },
        { header: 'Rows', cell: (row) => row.rows.toLocaleString('en-GB'), numeric: true },
      ]}
    />
  );
}
