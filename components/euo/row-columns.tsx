import type { Column } from '@/components/ui/table';

type Row = { line: number; code: string; name: string; product: string };

/** Which row of a file it is, and whom it names: the first columns of the tables of an import. */
export const rowColumns: Column<Row>[] = [
  { header: 'Line', cell: ({ line }) => line.toLocaleString('en-GB') },
  { header: 'ODS code', cell: ({ code }) => code },
  {
    header: 'Name',
    cell: ({ name }) => <span className="[overflow-wrap:anywhere]">{name}</span>,
  },
  { header: 'Product', cell: ({ product }) => product },
];
