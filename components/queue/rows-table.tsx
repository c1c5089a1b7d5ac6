'use client';

import type { ReactNode } from 'react';
import './queue.css';
import { ROLES } from './roles';

type RowsTableProps<Row> = {
  caption: string;
  headers: readonly string[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The cells of a row; the first names it. */
  cells: (row: Row) => ReactNode;
  /** Said instead of an empty table: what to do now. */
  empty: ReactNode;
};

/** A list that people work through: dense rows, each a card on a phone. */
export function RowsTable<Row>(props: RowsTableProps<Row>) {
  const { caption, headers, rows, rowKey, cells, empty } = props;
  if (rows.length === 0) return <div className="app-empty">{empty}</div>;
  return (
    <table {...ROLES.table} className="nhsuk-table app-queue">
      <caption className="nhsuk-u-visually-hidden">{caption}</caption>
      <thead {...ROLES.group} className="nhsuk-table__head">
        <tr {...ROLES.row}>
          {headers.map((header) => (
            <th key={header} {...ROLES.columnHeader} scope="col">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...ROLES.group}>
        {rows.map((row) => (
          <tr key={rowKey(row)} {...ROLES.row}>
            {cells(row)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
