import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import { LABEL_SEPARATOR } from '@/lib/domain/case-figures';
import type { PlainDate } from '@/lib/domain/dates';
import { FIGURE_LISTS, type FigureList, figureWords } from '@/lib/domain/figure-cases';
import { type ReasonText, reasonText } from '@/lib/domain/guidance';
import { findQuestion, fullNameOf } from '@/lib/domain/questions/catalogue';
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
type FigureCasesTableProps = {
  list: FigureList;
  caption: string;
  rows: readonly Row[];
  reasons: readonly ReasonText[];
};

/** What a question or a reason was, where the list is of those. */
const aboutOf =
  (reasons: readonly ReasonText[]) =>
  ({ label }: Row): string => {
    const [id = '', , reason = ''] = label.split(LABEL_SEPARATOR);
    return aboutWords(id, reason, reasons);
  };

/** A question, and a reason unless it is ''; ids that are no more are shown as they are. */
export function aboutWords(id: string, reason: string, reasons: readonly ReasonText[]): string {
  const question = findQuestion(id);
  const name = question ? fullNameOf(question.id) : id;
  return reason ? `${name}: ${reasonText({ reasons }, reason)}` : name;
}

/** What suppliers do: no assessor has a part in it. */
const NOBODYS: readonly FigureList[] = ['received', 'withdrawn'];

/** The cases behind a figure. */
export function FigureCasesTable({ list, caption, rows, reasons }: FigureCasesTableProps) {
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
        ...(about ? [{ header: 'Asked about', cell: aboutOf(reasons) }] : []),
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
      empty={<p>No application is behind this figure.</p>}
    />
  );
}
