import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/table';
import { type Known, totalOf } from '@/lib/domain/charts/scale';
import { shortValue, type Unit } from '@/lib/domain/charts/words';
import type { Href } from '@/lib/paths';

type Row = { key: string; label: string; href?: Href | undefined; values: readonly Known[] };

type ChartTableProps = {
  caption: string;
  /** What the rows are, one of it: 'Week', 'Reason'. */
  rowName: string;
  names: readonly string[];
  rows: readonly Row[];
  unit: Unit;
  /** Whether the kinds add up to something. */
  total: boolean;
};

/** The numbers of a chart, every one of them. */
export function ChartTable({ caption, rowName, names, rows, unit, total }: ChartTableProps) {
  const columns: Column<Row>[] = [
    {
      header: rowName,
      cell: ({ label, href }) => (href ? <Link href={href}>{label}</Link> : label),
    },
    ...names.map((name, series) => ({
      header: name,
      numeric: true,
      cell: ({ values }: Row) => shortValue(values[series] ?? null, unit),
    })),
  ];
  if (total && names.length > 1)
    columns.push({
      header: 'Total',
      numeric: true,
      cell: ({ values }) => shortValue(totalOf(values), unit),
    });
  return (
    <Table
      {...{ caption, columns, rows }}
      rowKey={({ key }) => key}
      empty="There are no numbers."
      dense
    />
  );
}
