import type { ReactNode } from 'react';
import { ROLES } from '@/components/queue/roles';
import '@/components/queue/queue.css';
import { Link } from '@/components/ui/link';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { onboardingQuery } from '@/lib/domain/onboarding-filter';
import {
  EUOS_BEHIND,
  isEuoCount,
  SUPPLIER_FIGURES,
  type SupplierFigure,
  type SupplierFigures,
} from '@/lib/domain/supplier-list';
import { formatNumber } from '@/lib/format';
import { paths } from '@/lib/paths';
import './suppliers.css';

type Row = { id: string; name: string; odsCode: string | null; figures: SupplierFigures };
type SuppliersTableProps = {
  rows: readonly Row[];
  columns: readonly SupplierFigure[];
  /** Said instead of an empty table: what to do now. */
  empty: ReactNode;
};

/** Suppliers with what is counted of their end user organisations; each row a card on a phone. */
export function SuppliersTable({ rows, columns, empty }: SuppliersTableProps) {
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
          {columns.map((id) => (
            <th {...ROLES.columnHeader} key={id} scope="col" className="app-suppliers__number">
              {SUPPLIER_FIGURES[id].label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...ROLES.group}>
        {rows.map((row) => (
          <tr key={row.id} {...ROLES.row}>
            <th {...ROLES.rowHeader} scope="row">
              <Link href={paths.supplierRecord(recordOf(row))}>{row.name}</Link>
              <br />
              {row.odsCode ?? 'No ODS code yet'}
            </th>
            {columns.map((id) => (
              <td
                {...ROLES.cell}
                key={id}
                data-label={SUPPLIER_FIGURES[id].label}
                className="app-suppliers__number"
              >
                <Count row={row} id={id} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const recordOf = ({ odsCode, id }: Row) => odsCode ?? id;

/** A number with the list behind it; one that is a trouble stands out by its weight. */
function Count({ row, id }: { row: Row; id: SupplierFigure }) {
  const count = row.figures[id];
  if (count === 0) return '0';
  const list = isEuoCount(id)
    ? (`${paths.supplierEuos(recordOf(row))}${onboardingQuery(EUOS_BEHIND[id])}` as const)
    : paths.supplierRecord(recordOf(row));
  const { phrase, trouble } = SUPPLIER_FIGURES[id];
  const words = formatNumber(count);
  return (
    <Link href={list}>
      {trouble ? <strong>{words}</strong> : words}
      <VisuallyHidden>{` ${phrase} of ${row.name}`}</VisuallyHidden>
    </Link>
  );
}
