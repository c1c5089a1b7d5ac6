import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import type { PlainDate } from '@/lib/domain/dates';
import { REGISTERS, type RegisterId, registersOf } from '@/lib/domain/register';
import { formatCount, formatDate } from '@/lib/format';
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
          No ODS file is in use, so no ODS code is checked against one. Upload a file, for example
          of GP practices (epraccur).
        </p>
      }
      columns={[
        { header: 'Holds', cell: ({ register }) => REGISTERS[register].label },
        {
          header: 'In use',
          cell: ({ id, asOf }) => (
            <Link href={paths.register(id)}>the file of {formatDate(asOf)}</Link>
          ),
        },
        { header: 'Organisations', cell: (row) => formatCount(row.rows, 'row'), numeric: true },
      ]}
    />
  );
}
