import type { ReactNode } from 'react';
import './queue.css';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { type Party, STATUSES, type Status, waitingOn } from '@/lib/domain/application';
import { isReadableByStaff } from '@/lib/domain/queue';
import { formatWorkingDays } from '@/lib/format';
import { paths } from '@/lib/paths';

export type CaseTableRow = {
  reference: string;
  product: string;
  supplier: string;
  round: number;
  status: Status;
  resubmitted: boolean;
  workingDaysLeft: number | null;
  assignee: { name: string; isReader: boolean } | null;
};

const MOVES: Record<Party, string> = {
  supplier: 'Waiting for the supplier',
  assessor: 'Waiting for the assessor',
  second_person: 'Waiting for a second person',
  nobody: 'Nothing to do',
};

/** Days left at which a row should be seen, though it is not late yet. */
const SOON = 2;

function whoseMove(row: CaseTableRow): string {
  const party = waitingOn(row.status);
  if (party !== 'assessor') return MOVES[party];
  if (row.assignee === null) return 'Waiting to be taken';
  return row.assignee.isReader ? 'Your move' : MOVES.assessor;
}

function daysClass(left: number): string | undefined {
  if (left < 0) return 'app-days app-days--late';
  return left <= SOON ? 'app-days app-days--soon' : 'app-days';
}

const columns: readonly Column<CaseTableRow>[] = [
  {
    header: 'Application',
    cell: (row) => (
      <>
        {isReadableByStaff(row.status) ? (
          <Link className="app-reference" href={paths.assessment(row.reference)}>
            {row.reference}
          </Link>
        ) : (
          <span className="app-reference">{row.reference}</span>
        )}
        <br />
        {row.product}
      </>
    ),
  },
  { header: 'Supplier', cell: (row) => row.supplier },
  {
    header: 'Round',
    cell: (row) => (row.resubmitted ? <Resubmitted round={row.round} /> : row.round),
  },
  {
    header: 'Status',
    cell: (row) => (
      <>
        <Tag colour={STATUSES[row.status].colour}>{STATUSES[row.status].label}</Tag>
        <br />
        {whoseMove(row)}
      </>
    ),
  },
  {
    header: 'Time left',
    cell: ({ workingDaysLeft: left }) =>
      left === null ? 'No due date' : <span className={daysClass(left)}>{dueWords(left)}</span>,
  },
  {
    header: 'Assessor',
    cell: ({ assignee }) =>
      assignee === null ? 'Nobody yet' : assignee.isReader ? 'You' : assignee.name,
  },
];

const dueWords = (left: number): string => {
  const words = formatWorkingDays(left);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

function Resubmitted({ round }: { round: number }) {
  return (
    <>
      {round} <Tag colour="aqua-green">Resubmitted</Tag>
    </>
  );
}

type CaseTableProps = {
  caption: string;
  rows: readonly CaseTableRow[];
  empty: ReactNode;
  /** Stands before each reference: the box that chooses a row. */
  choose?: (row: CaseTableRow) => ReactNode;
};

/** Applications as staff work through them: 25 dense rows, each a card on a phone. */
export function CaseTable({ caption, rows, empty, choose }: CaseTableProps) {
  const [first, ...others] = columns;
  const shown =
    choose && first
      ? [
          {
            ...first,
            cell: (row: CaseTableRow) => (
              <>
                {choose(row)}
                {first.cell(row)}
              </>
            ),
          },
          ...others,
        ]
      : columns;
  return (
    <div className="app-queue">
      <Table
        caption={caption}
        hiddenCaption
        dense
        columns={shown}
        rows={rows}
        rowKey={(row) => row.reference}
        empty={empty}
      />
    </div>
  );
}
