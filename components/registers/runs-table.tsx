import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import { APPROVAL_CHANGE_IDS, APPROVAL_CHANGES } from '@/lib/domain/approval-change';
import {
  JUDGING_CHANGE_IDS,
  JUDGING_CHANGES,
  type JudgedSoFar,
  type JudgingFound,
  type JudgingReason,
  judgingTitle,
} from '@/lib/domain/judging';
import { formatCount, formatDateTime } from '@/lib/format';
import { paths } from '@/lib/paths';
import { progressWords } from './judging-progress';

type Row = JudgedSoFar & {
  id: string;
  reason: JudgingReason;
  askedAt: Date;
  endedAt: Date | null;
  found: JudgingFound | null;
};

/** What changed by how many, the approvals first: 'No longer passes: 1 approval'. */
function foundLines({ approvals, onboardings }: JudgingFound): string[] {
  const ofApprovals = APPROVAL_CHANGE_IDS.flatMap((id) => {
    const rows = approvals[id];
    return rows ? [`${APPROVAL_CHANGES[id].label}: ${formatCount(rows, 'approval')}`] : [];
  });
  const ofOnboardings = JUDGING_CHANGE_IDS.flatMap((id) => {
    const rows = onboardings[id];
    return rows ? [`${JUDGING_CHANGES[id].label}: ${formatCount(rows, 'organisation')}`] : [];
  });
  return [...ofApprovals, ...ofOnboardings];
}

function Found({ row }: { row: Row }) {
  if (row.state !== 'done') return progressWords(row);
  if (!row.found) return 'See its report';
  const lines = foundLines(row.found);
  if (lines.length === 0) return 'Nothing changed';
  return lines.map((line) => (
    <span key={line} className="block">
      {line}
    </span>
  ));
}

/** Every time that approvals and end user organisations were judged again, and why. */
export function RunsTable({ runs }: { runs: readonly Row[] }) {
  return (
    <Table
      caption="Judgings, the latest first"
      hiddenCaption
      rows={runs}
      rowKey={({ id }) => id}
      empty={
        <p>
          Nothing was judged again yet. It is with a new file of a register, a new AUP version, and
          each day.
        </p>
      }
      columns={[
        {
          header: 'What brought it',
          cell: ({ id, reason }) => <Link href={paths.judgingRun(id)}>{judgingTitle(reason)}</Link>,
        },
        { header: 'Asked for', cell: ({ askedAt }) => formatDateTime(askedAt) },
        {
          header: 'Ended',
          cell: ({ endedAt }) => (endedAt ? formatDateTime(endedAt) : 'Not yet'),
        },
        { header: 'What changed', cell: (row) => <Found row={row} /> },
      ]}
    />
  );
}
