import { Pagination } from '@/components/ui/pagination';
import { Table } from '@/components/ui/table';
import type { PlainDate } from '@/lib/domain/dates';
import { formatDate } from '@/lib/format';

type Row = {
  code: string;
  name: string;
  status: string;
  publishedOn: PlainDate | null;
  sector: string;
};
type FoundRowsProps = {
  found: { rows: readonly Row[]; next: string | null };
  text: string;
  /** Whether this is a page after the first. */
  later: boolean;
};

/** What the register in use holds of a name or a code. */
export function FoundRows({ found, text, later }: FoundRowsProps) {
  const query = (more: Record<string, string>) =>
    `?${new URLSearchParams({ text, ...more })}` as const;
  return (
    <>
      <Table
        caption={`In the register: ‘${text}’`}
        rows={found.rows}
        rowKey={({ code }) => code}
        dense
        empty={<p>The register in use holds nothing like ‘{text}’. Check the spelling.</p>}
        columns={[
          { header: 'Code', cell: ({ code }) => code },
          { header: 'Name', cell: ({ name }) => name },
          { header: 'Status', cell: ({ status }) => status || 'None' },
          {
            header: 'Published',
            cell: ({ publishedOn }) => (publishedOn ? formatDate(publishedOn) : 'No date'),
          },
          { header: 'Sector', cell: ({ sector }) => sector },
        ]}
      />
      <Pagination
        previous={later ? { href: query({}), label: 'First' } : undefined}
        next={found.next === null ? undefined : { href: query({ code: found.next }) }}
      />
    </>
  );
}
