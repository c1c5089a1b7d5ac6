import { Table } from '@/components/ui/table';
import { type EuoRefusal, refusalSentences } from '@/lib/domain/euo-refusals';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';

type RefusedRowsProps = {
  id: string;
  refusals: readonly { line: number; reasons: EuoRefusal[] }[];
  count: number;
};

/** The first rows that are left out, with every reason, and the way to all of them. */
export function RefusedRows({ id, refusals, count }: RefusedRowsProps) {
  if (count === 0) return null;
  return (
    <section aria-labelledby="refused">
      <h2 className="nhsuk-heading-m" id="refused">
        Refused rows
      </h2>
      <p>
        <a href={paths.euoRefusals(id)} download>
          Download {formatCount(count, 'refused row')} with the reasons (CSV)
        </a>
        , mend them and import that file.
      </p>
      <Table
        caption={refusals.length < count ? `The first ${refusals.length}` : 'Refused rows'}
        hiddenCaption={refusals.length === count}
        rows={refusals}
        rowKey={({ line }) => String(line)}
        dense
        empty={null}
        columns={[
          { header: 'Line', cell: ({ line }) => line.toLocaleString('en-GB') },
          { header: 'Why', cell: ({ reasons }) => <Reasons reasons={reasons} /> },
        ]}
      />
    </section>
  );
}

function Reasons({ reasons }: { reasons: readonly EuoRefusal[] }) {
  return refusalSentences(reasons).map((sentence) => (
    <span className="block" key={sentence}>
      {sentence}
    </span>
  ));
}
