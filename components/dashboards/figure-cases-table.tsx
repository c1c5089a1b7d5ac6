import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import { LABEL_SEPARATOR } from '@/lib/domain/case-figures';
import type { PlainDate } from '@/lib/domain/dates';
import { FIGURE_LISTS, type FigureList, figureWords } from '@/lib/domain/figure-cases';
import { findQuestion, fullNameOf } from '@/lib/domain/questions/catalogue';
import { REASONS } from '@/lib/domain/questions/types';
import { formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';

type Row = {
  id: string;
  reference: string;
  supplier: string;
  product: string;
  on: PlainDate;
  assessor: string | null;
  label: string;
  value: number;
};
type FigureCasesTableProps = { list: FigureList; caption: string; rows: readonly Row[] };

/** What a question or a reason was, where the list is of those. */
function aboutOf({ label }: Row): string {
  const [id = '', , reason = ''] = label.split(LABEL_SEPARATOR);
  return aboutWords(id, reason);
}

/** A question, and a reason unless it is ''; ids that are no more are shown as they are. */
export function aboutWords(id: string, reason: string): string {
  const question = findQuestion(id);
  const name = question ? fullNameOf(question.id) : id;
  if (!reason) return name;
  return `${name}: ${Object.hasOwn(REASONS, reason) ? REASONS[reason as keyof typeof REASONS] : reason}`;
}

/** What suppliers do: no assessor has a part in it. */
const NOBODYS: readonly FigureList[] = ['received', 'withdrawn'];

/** The cases behind a figure. */
export function FigureCasesTable({ list, caption, rows }: FigureCasesTableProps) {
  const { value } = FIGURE_LISTS[list];
  const about = list === 'asked' || list === 'reason';
  return (
    <Table
      dense
      caption={caption}
      hiddenCaption
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          header: 'Application',
          cell: ({ reference, product }) => (
            <>
              <Link href={paths.assessment(reference)}>{reference}</Link>
              <br />
              {product}
            </>
          ),
        },
        { header: 'Supplier', cell: ({ supplier }) => supplier },
        { header: 'On', cell: ({ on }) => formatDate(on) },
        ...(about ? [{ header: 'Asked about', cell: aboutOf }] : []),
        ...(value
          ? [
              {
                header: value,
                cell: ({ label, value }: Row) => figureWords(list, label, value),
              },
            ]
          : []),
        ...(NOBODYS.includes(list)
          ? []
          : [{ header: 'Assessor', cell: ({ assessor }: Row) => assessor ?? 'Not known' }]),
      ]}
      empty={<p>No application is behind this figure any more.</p>}
    />
  );
}
