import { SummaryList } from '@/components/ui/summary-list';
import { Table } from '@/components/ui/table';
import {
  type ImportVerdicts as Judged,
  STANDING_IDS,
  STANDINGS,
  STANDINGS_SHOWN,
  type UnreadyRow,
} from '@/lib/domain/import-verdicts';
import { VERDICT_REASONS } from '@/lib/domain/onboarding-verdict';
import { formatCount } from '@/lib/format';
import { rowColumns } from './row-columns';

/** What the rows will be once they are imported, so that nobody confirms what they did not mean. */
export function ImportVerdicts({ verdicts }: { verdicts: Judged }) {
  const { counts } = verdicts;
  const some = STANDING_IDS.filter((id) => counts[id] > 0);
  if (some.length === 0) return null;
  return (
    <section aria-labelledby="verdicts">
      <h2 className="nhsuk-heading-m" id="verdicts">
        How ready they will be
      </h2>
      <p>
        What is live is judged as at its go-live date, and what is planned as at the day of this
        check.
      </p>
      <SummaryList
        rows={some.map((id) => ({ label: STANDINGS[id], value: formatCount(counts[id], 'row') }))}
      />
    </section>
  );
}

/** The first rows that will not be ready, with every reason. */
export function UnreadyRows({ verdicts: { counts, rows } }: { verdicts: Judged }) {
  return STANDINGS_SHOWN.map((id) =>
    rows[id].length === 0 ? null : (
      <Unready
        key={id}
        caption={`${STANDINGS[id]}${counts[id] > rows[id].length ? `: the first ${rows[id].length}` : ''}`}
        rows={rows[id]}
      />
    ),
  );
}

const Unready = ({ caption, rows }: { caption: string; rows: readonly UnreadyRow[] }) => (
  <Table
    caption={caption}
    rows={rows}
    rowKey={({ line }) => String(line)}
    dense
    empty={null}
    columns={[
      ...rowColumns,
      { header: 'Why', cell: ({ reasons }) => <Reasons reasons={reasons} /> },
    ]}
  />
);

const Reasons = ({ reasons }: Pick<UnreadyRow, 'reasons'>) =>
  reasons.map((reason) => (
    <span className="block" key={reason}>
      {VERDICT_REASONS[reason]}
    </span>
  ));
