'use client';

import type { ReactNode } from 'react';
import { type Party, STATUSES, type Status, waitingOn } from '@/lib/domain/application';
import { isReadableByStaff, SOON_WORKING_DAYS } from '@/lib/domain/queue';
import { formatWorkingDays } from '@/lib/format';
import { paths } from '@/lib/paths';
import { ROLES } from './roles';

export type CaseTableRow = {
  reference: string;
  product: string;
  supplier: string;
  round: number;
  status: Status;
  resubmitted: boolean;
  asked: boolean;
  workingDaysLeft: number | null;
  assignee: { name: string; isReader: boolean } | null;
  version: number;
};

const MOVES: Record<Party, string> = {
  supplier: 'Waiting for the supplier',
  assessor: 'Waiting for the assessor',
  second_person: 'Waiting for a second person',
  nobody: 'Nothing to do',
};

function whoseMove(row: CaseTableRow): string {
  const party = waitingOn(row.status);
  if (party !== 'assessor') return MOVES[party];
  if (row.assignee === null) return 'Waiting to be taken';
  return row.assignee.isReader ? 'Waiting for you' : MOVES.assessor;
}

function daysClass(left: number | null): string | undefined {
  if (left === null || left > SOON_WORKING_DAYS) return undefined;
  return left < 0 ? 'app-days-late' : 'app-days-soon';
}

function daysWords(left: number | null): string {
  if (left === null) return 'No due date';
  const words = formatWorkingDays(left);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The cells of one application. Its link loads a whole page, so that a case is always read afresh. */
export function CaseCells({ row, box }: { row: CaseTableRow; box: ReactNode }) {
  const { reference, status, round, assignee, workingDaysLeft } = row;
  const move = whoseMove(row);
  return (
    <>
      <th {...ROLES.rowHeader} scope="row">
        {box}
        {isReadableByStaff(status) ? (
          <a className="app-case-link" href={paths.assessment(reference)}>
            {reference}
          </a>
        ) : (
          <span className="app-case-link">{reference}</span>
        )}
        <br />
        {row.product}
      </th>
      <td {...ROLES.cell} data-label="Supplier">
        {row.supplier}
      </td>
      <td {...ROLES.cell} data-label="Round">
        {row.resubmitted ? (
          <div>
            {round} <strong className="nhsuk-tag nhsuk-tag--aqua-green">Resubmitted</strong>
          </div>
        ) : (
          round
        )}
      </td>
      <td {...ROLES.cell} data-label="Status">
        <div>
          <strong className={`nhsuk-tag nhsuk-tag--${STATUSES[status].colour}`}>
            {STATUSES[status].label}
          </strong>
          {move === STATUSES[status].label ? null : (
            <>
              <br />
              {move}
            </>
          )}
          {row.asked ? (
            <>
              <br />
              <strong className="nhsuk-tag nhsuk-tag--yellow">Question to answer</strong>
            </>
          ) : null}
        </div>
      </td>
      <td {...ROLES.cell} data-label="Time left" className={daysClass(workingDaysLeft)}>
        {daysWords(workingDaysLeft)}
      </td>
      <td {...ROLES.cell} data-label="Assessor">
        {assignee === null ? 'Nobody yet' : assignee.isReader ? 'You' : assignee.name}
      </td>
    </>
  );
}
