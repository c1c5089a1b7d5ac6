'use client';

import type { ReactNode } from 'react';
import './queue.css';
import { ASSIGNABLE_STATUSES } from '@/lib/domain/assignment';
import { CaseCells, type CaseTableRow } from './case-cells';
import { ChooseBox } from './choose-box';
import { ROLES } from './roles';

const HEADERS = ['Application', 'Supplier', 'Round', 'Status', 'Time left', 'Assessor'];

type CaseTableProps = {
  caption: string;
  rows: readonly CaseTableRow[];
  /** Said instead of an empty table: what to do now. */
  empty: ReactNode;
  /** The field whose boxes stand before the open applications and choose them. */
  choose?: string;
};

/**
 * Applications as staff work through them: 25 dense rows, each a card on a phone. Client code only
 * so that rows travel as data: as finished markup, sent twice, they took most of the page's time.
 */
export function CaseTable({ caption, rows, empty, choose }: CaseTableProps) {
  if (rows.length === 0) return <div className="app-empty">{empty}</div>;
  const movable = rows.filter((row) => ASSIGNABLE_STATUSES.includes(row.status));
  return (
    <table {...ROLES.table} className="nhsuk-table app-queue">
      <caption className="nhsuk-u-visually-hidden">{caption}</caption>
      <thead {...ROLES.group} className="nhsuk-table__head">
        <tr {...ROLES.row}>
          {HEADERS.map((header) => (
            <th key={header} {...ROLES.columnHeader} scope="col">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...ROLES.group}>
        {rows.map((row) => (
          <tr key={row.reference} {...ROLES.row}>
            <CaseCells
              row={row}
              box={
                choose && movable.includes(row) ? (
                  <ChooseBox
                    name={choose}
                    value={`${row.reference}.${row.version}`}
                    label={`Select ${row.reference}`}
                    first={row === movable[0]}
                  />
                ) : null
              }
            />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
