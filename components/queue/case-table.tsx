'use client';

import type { ReactNode } from 'react';
import { ASSIGNABLE_STATUSES } from '@/lib/domain/assignment';
import { CaseCells, type CaseTableRow } from './case-cells';
import { ChooseBox } from './choose-box';
import { RowsTable } from './rows-table';

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
  const movable = rows.filter((row) => ASSIGNABLE_STATUSES.includes(row.status));
  return (
    <RowsTable
      caption={caption}
      headers={HEADERS}
      rows={rows}
      rowKey={({ reference }) => reference}
      cells={(row) => (
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
      )}
      empty={empty}
    />
  );
}
