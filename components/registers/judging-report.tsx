import { InsetText } from '@/components/ui/inset-text';
import { Link } from '@/components/ui/link';
import { RefreshWhile } from '@/components/ui/refresh-while';
import { Table } from '@/components/ui/table';
import {
  JUDGING_CHANGE_IDS,
  JUDGING_CHANGES,
  type JudgingChange,
  type JudgingState,
} from '@/lib/domain/judging';
import { formatCount, formatDateTime } from '@/lib/format';
import { type Path, paths } from '@/lib/paths';

type Changes = Partial<Record<JudgingChange, number>>;
type JudgingReportProps = {
  /** The snapshot's page. */
  path: Path;
  report: {
    state: JudgingState;
    total: number;
    judged: number;
    endedAt: Date | null;
    changes: Changes;
    suppliers: readonly {
      organisationId: string;
      name: string;
      odsCode: string | null;
      changes: Changes;
    }[];
    more: number;
  };
};

/** How far the end user organisations are judged again, and what is otherwise than before. */
export function JudgingReport({ path, report }: JudgingReportProps) {
  const { state, total, judged, endedAt, changes, suppliers, more } = report;
  const found = JUDGING_CHANGE_IDS.filter((change) => changes[change]);
  return (
    <section aria-labelledby="judged">
      <h2 className="nhsuk-heading-m" id="judged">
        What it changes for end user organisations
      </h2>
      {state === 'done' ? (
        <p>
          All {judged.toLocaleString('en-GB')} were judged again
          {endedAt ? ` on ${formatDateTime(endedAt)}` : ''}.
          {found.length === 0 ? ' Nothing changed.' : ''}
        </p>
      ) : (
        <InsetText>
          <p>
            {state === 'waiting'
              ? 'They will be judged again in a moment.'
              : `Judged so far: ${judged.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}.`}
          </p>
          <p>
            <Link href={path}>Show how far it is</Link>
          </p>
          <RefreshWhile />
        </InsetText>
      )}
      {found.length > 0 ? (
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
      ) : null}
      {more > 0 ? <p>And {formatCount(more, 'supplier')} more.</p> : null}
    </section>
  );
}
