import type { ReactNode } from 'react';

export type Column<Row> = {
  header: string;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  /** The header is heard, not seen: for a column of links. */
  hiddenHeader?: boolean;
};

type TableProps<Row> = {
  caption: string;
  hiddenCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Said instead of an empty table: what to do now. */
  empty: ReactNode;
  /** Less space, for the lists that people work in all day. */
  dense?: boolean;
};

// Browsers forget that it is a table once its rows are laid out as cards, so the roles are said.
const ROLES = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  columnHeader: { role: 'columnheader' },
  rowHeader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

/**
 * A table whose rows become cards on a phone. The first column names the row. Markup of our own:
 * the library's table is client code, only to repeat the headers in the cells.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, hiddenCaption = false, columns, rows, rowKey, empty, dense = false } = props;
  if (rows.length === 0) return <div className="app-empty">{empty}</div>;
  return (
    <table
      {...ROLES.table}
      className={`nhsuk-table nhsuk-table--responsive${dense ? ' app-table-dense' : ''}`}
    >
      <caption className={hiddenCaption ? 'nhsuk-u-visually-hidden' : 'nhsuk-table__caption'}>
        {caption}
      </caption>
      <thead className="nhsuk-table__head" {...ROLES.group}>
        <tr className="nhsuk-table__row" {...ROLES.row}>
          {columns.map((column) => (
            <th
              key={column.header}
              className={`nhsuk-table__header${column.numeric ? ' nhsuk-table__header--numeric' : ''}`}
              scope="col"
              {...ROLES.columnHeader}
            >
              {column.hiddenHeader ? (
                <span className="nhsuk-u-visually-hidden">{column.header}</span>
              ) : (
                column.header
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="nhsuk-table__body" {...ROLES.group}>
        {rows.map((row) => (
          <tr key={rowKey(row)} className="nhsuk-table__row" {...ROLES.row}>
            {columns.map((column, index) => (
              <Cell key={column.header} column={column} row={row} first={index === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type CellProps<Row> = { column: Column<Row>; row: Row; first: boolean };

function Cell<Row>({ column, row, first }: CellProps<Row>) {
  const kind = first ? 'header' : 'cell';
  const look = `nhsuk-table__${kind}${column.numeric ? ` nhsuk-table__${kind}--numeric` : ''}`;
  const content = (
    <>
      {column.hiddenHeader ? null : (
        <span className="nhsuk-table__heading" aria-hidden="true">
          {column.header}{' '}
        </span>
      )}
      <span>{column.cell(row)}</span>
    </>
  );
  return first ? (
    <th className={look} scope="row" {...ROLES.rowHeader}>
      {content}
    </th>
  ) : (
    <td className={look} {...ROLES.cell}>
      {content}
    </td>
  );
}
