import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import type { ChangedApproval } from '@/lib/domain/approval-change';
import {
  JUDGING_CHANGE_IDS,
  JUDGING_CHANGES,
  type JudgedSoFar,
  type JudgingChange,
} from '@/lib/domain/judging';
import { formatCount, formatDateTime } from '@/lib/format';
import { type Path, paths } from '@/lib/paths';
import { ChangedApprovals } from './changed-approvals';
import { JudgingProgress } from './judging-progress';

type Changes = Partial<Record<JudgingChange, number>>;
type JudgingReportProps = {
  /** The page that it stands on. */
  path: Path;
  report: JudgedSoFar & {
    endedAt: Date | null;
    changes: Changes;
    suppliers: readonly {
      organisationId: string;
      name: string;
      odsCode: string | null;
      changes: Changes;
    }[];
    more: number;
    changed: readonly ChangedApproval[];
    moreChanged: number;
  };
};

/** How far approvals and end user organisations are judged again, and what is otherwise than before. */
export function JudgingReport({ path, report }: JudgingReportProps) {
  const { state, judged, approvalsJudged, endedAt, changed, moreChanged } = report;
  const done = state === 'done';
  const ended = endedAt ? ` on ${formatDateTime(endedAt)}` : '';
  const nothing = (found: number) => (found === 0 ? ' Nothing changed.' : '');
  const [approvals, euos] = [
    formatCount(approvalsJudged, 'approval'),
    formatCount(judged, 'organisation'),
  ];
  return (
    <>
      {done ? null : <JudgingProgress path={path} progress={report} />}
      <section aria-labelledby="judged-approvals">
        <h2 className="nhsuk-heading-m" id="judged-approvals">
          What it changes for approvals
        </h2>
        {done ? (
          <p>
            {approvals} {approvalsJudged === 1 ? 'was' : 'were'} judged again{ended}.
            {nothing(changed.length)}
          </p>
        ) : null}
        <ChangedApprovals changed={changed} more={moreChanged} />
      </section>
      <section aria-labelledby="judged">
        <h2 className="nhsuk-heading-m" id="judged">
          What it changes for end user organisations
        </h2>
        {done ? (
          <p>
            {euos} {judged === 1 ? 'was' : 'were'} judged again{ended}.
            {nothing(report.suppliers.length)}
          </p>
        ) : null}
        <ChangedSuppliers report={report} />
      </section>
    </>
  );
}

function ChangedSuppliers({ report }: Pick<JudgingReportProps, 'report'>) {
  const { changes, suppliers, more } = report;
  const found = JUDGING_CHANGE_IDS.filter((change) => changes[change]);
  if (found.length === 0) return null;
  return (
    <>
      <Table
        caption="End user organisations with another verdict or name, by supplier"
        rows={suppliers}
        rowKey={({ organisationId }) => organisationId}
        empty={null}
        columns={[
          {
            header: 'Supplier',
            cell: ({ name, odsCode, organisationId }) => (
              <Link href={paths.supplierRecord(odsCode ?? organisationId)}>{name}</Link>
            ),
          },
          ...found.map((change) => ({
            header: JUDGING_CHANGES[change].label,
            cell: (row: { changes: Changes }) => row.changes[change] ?? 0,
            numeric: true,
          })),
        ]}
      />
      {more > 0 ? <p>And {formatCount(more, 'supplier')} more.</p> : null}
    </>
  );
}
