import '@/components/queue/queue.css';
import type { ReactNode } from 'react';
import { ROLES } from '@/components/queue/roles';
import { Link } from '@/components/ui/link';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { AssuranceCause } from '@/lib/domain/assurance';
import type { PlainDate } from '@/lib/domain/dates';
import { LAPSE_ACTIONS, LAPSE_CAUSES } from '@/lib/domain/lapses';
import { formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';

type Row = {
  id: string;
  until: PlainDate;
  cause: AssuranceCause | null;
  organisationId: string;
  supplier: string;
  odsCode: string | null;
  product: string;
  reference: string;
};
type LapsesTableProps = {
  caption: string;
  rows: readonly Row[];
  /** Said instead of an empty table: what to do now. */
  empty: ReactNode;
};

const HEADERS = ['Last day', 'Supplier', 'Product', 'Why', 'What to do'] as const;

/** Approvals that lapse, each with its supplier and what ends it; each row a card on a phone. */
export function LapsesTable({ caption, rows, empty }: LapsesTableProps) {
  if (rows.length === 0) return <div className="app-empty">{empty}</div>;
  return (
    <table {...ROLES.table} className="nhsuk-table app-queue">
      <caption className="nhsuk-u-visually-hidden">{caption}</caption>
      <thead {...ROLES.group} className="nhsuk-table__head">
        <tr {...ROLES.row}>
          {HEADERS.map((header) => (
            <th {...ROLES.columnHeader} key={header} scope="col">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...ROLES.group}>
        {rows.map((row) => (
          <tr key={row.id} {...ROLES.row}>
            <Cells {...row} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cells(row: Row) {
  const cause = row.cause ?? 'nothing';
  return (
    <>
      <th {...ROLES.rowHeader} scope="row">
        {formatDate(row.until)}
      </th>
      <td {...ROLES.cell} data-label="Supplier">
        <Link href={paths.supplierRecord(row.odsCode ?? row.organisationId)}>{row.supplier}</Link>
      </td>
      <td {...ROLES.cell} data-label="Product">
        <div>
          {row.product}
          <br />
          <Link href={paths.assessment(row.reference)}>
            {row.reference}
            <VisuallyHidden>, the application of {row.product}</VisuallyHidden>
          </Link>
        </div>
      </td>
      <td {...ROLES.cell} data-label="Why">
        {LAPSE_CAUSES[cause].phrase}
      </td>
      <td {...ROLES.cell} data-label="What to do">
        {LAPSE_ACTIONS[cause]}
      </td>
    </>
  );
}
