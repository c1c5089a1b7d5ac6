import type { ReactNode } from 'react';
import { ROLES } from '@/components/queue/roles';
import '@/components/queue/queue.css';
import { Link } from '@/components/ui/link';
import { EUO_COUNT_IDS, EUO_COUNTS, type EuoCounts } from '@/lib/domain/supplier-list';
import { formatCapped } from '@/lib/format';
import { paths } from '@/lib/paths';
import './suppliers.css';

type Row = { id: string; name: string; odsCode: string | null; counts: EuoCounts };
type SuppliersTableProps = {
  rows: readonly Row[];
  /** Said instead of an empty table: what to do now. */
  empty: ReactNode;
};

/** Suppliers with what is counted of their end user organisations; each row a card on a phone. */
export function SuppliersTable({ rows, empty }: SuppliersTableProps) {
  if (rows.length === 0) return <div className="app-empty">{empty}</div>;
  return (
    <table {...ROLES.table} className="nhsuk-table app-queue app-suppliers">
      <caption className="nhsuk-u-visually-hidden">
        Suppliers and their end user organisations
      </caption>
      <thead {...ROLES.group} className="nhsuk-table__head">
        <tr {...ROLES.row}>
          <th {...ROLES.columnHeader} scope="col">
            Supplier
          </th>
          {EUO_COUNT_IDS.map((id) => (
            <th {...ROLES.columnHeader} key={id} scope="col" className="app-suppliers__number">
              {EUO_COUNTS[id].label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...ROLES.group}>
        {rows.map((row) => (
          <tr key={row.id} {...ROLES.row}>
            <th {...ROLES.rowHeader} scope="row">
              <Link href={paths.supplierRecord(row.odsCode ?? row.id)}>{row.name}</Link>
              <br />
              {row.odsCode ?? 'No ODS code yet'}
            </th>
            {EUO_COUNT_IDS.map((id) => (
              <td
                {...ROLES.cell}
                key={id}
                data-label={EUO_COUNTS[id].label}
                className="app-suppliers__number"
              >
                <Count count={row.counts[id]} trouble={EUO_COUNTS[id].trouble} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A number that is a trouble stands out by its weight. */
function Count({ count, trouble }: { count: number; trouble: boolean }) {
  const words = formatCapped(count);
  return trouble && count > 0 ? <strong>{words}</strong> : words;
}
