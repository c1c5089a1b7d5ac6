import { Table } from '@/components/ui/table';
import { type EuoRefusal, refusalSentences } from '@/lib/domain/euo-refusals';
import { type RefusedCells, wrongCells } from '@/lib/domain/euo-refused-cells';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';

type Refused = { line: number; reasons: EuoRefusal[]; cells: RefusedCells | null };
type RefusedRowsProps = {
  id: string;
  refusals: readonly Refused[];
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
          { header: 'ODS code', cell: ({ cells }) => <Said text={cells?.ods_code} /> },
          { header: 'Name', cell: ({ cells }) => <Said text={cells?.name} /> },
          { header: 'Why', cell: ({ reasons }) => <Reasons reasons={reasons} /> },
          { header: 'What the row says', cell: ({ cells }) => <Cells cells={cells ?? {}} /> },
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

function Said({ text }: { text?: string | undefined }) {
  return <span className="[overflow-wrap:anywhere]">{text === '' ? 'blank' : text}</span>;
}

/** The cells that are wrong, under the headings of their columns. */
function Cells({ cells }: { cells: RefusedCells }) {
  return wrongCells(cells).map(({ column, says }) => (
    <span className="block [overflow-wrap:anywhere]" key={column}>
      {column}: {says === '' ? 'blank' : <strong>{says}</strong>}
    </span>
  ));
}
