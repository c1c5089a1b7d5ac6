import '@/components/registers/registers.css';
import { Link } from '@/components/ui/link';
import type { PlainDate } from '@/lib/domain/dates';
import { resultWords, type SpotCheckResult, spotCheckName } from '@/lib/domain/spot-check';
import { EUO_COUNT_IDS, EUO_COUNTS, type EuoCounts } from '@/lib/domain/supplier-list';
import { formatCapped, formatDate, joinWords } from '@/lib/format';
import { paths } from '@/lib/paths';

type RecordBesideProps = {
  record: string;
  inShort: {
    counts: EuoCounts;
    lastSpotCheck: (SpotCheckResult & { id: string; number: number; drawnOn: PlainDate }) | null;
  };
};

/** What the supplier's record says of its end user organisations, beside its answer about them. */
export function RecordBeside({ record, inShort }: RecordBesideProps) {
  const { counts, lastSpotCheck: last } = inShort;
  const troubles = EUO_COUNT_IDS.filter((id) => EUO_COUNTS[id].trouble && counts[id] > 0).map(
    (id) => `${formatCapped(counts[id])} ${EUO_COUNTS[id].phrase}`,
  );
  return (
    <div className="app-register">
      <p className="app-register__head">
        <strong>This supplier’s end user organisations</strong>
      </p>
      <p>
        {counts.live === 0 ? 'None is live' : `${formatCapped(counts.live)} live`}
        {troubles.length > 0 ? `: ${joinWords(troubles)}` : ''}.{' '}
        {last ? (
          <>
            <Link href={paths.supplierSpotCheck(record, last.id)}>
              {spotCheckName(last.number)}
            </Link>{' '}
            of {formatDate(last.drawnOn)}: {resultWords(last)}.
          </>
        ) : (
          'No spot check is finished.'
        )}{' '}
        <Link href={paths.supplierRecord(record)}>Record of the supplier</Link>
      </p>
    </div>
  );
}
