import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { IMPORT_STATES, type ImportState, PREVIEW_DAYS } from '@/lib/domain/euo-import';
import { formatDateTime } from '@/lib/format';
import { paths } from '@/lib/paths';

type Row = {
  id: string;
  fileName: string;
  state: ImportState;
  abandoned: boolean;
  nothing: boolean;
  rowsRead: number;
  uploader: string;
  uploadedAt: Date;
};

type Stands = { state: ImportState; abandoned: boolean; nothing: boolean };

export function ImportStateTag({ state, abandoned, nothing }: Stands) {
  if (nothing) return <Tag colour="grey">Nothing to import</Tag>;
  const { label, colour } = IMPORT_STATES[state];
  return (
    <Tag colour={colour}>
      {label}
      {abandoned ? ` after ${PREVIEW_DAYS} days` : ''}
    </Tag>
  );
}

/** The latest imports, and what became of them. */
export function ImportsTable({ imports }: { imports: readonly Row[] }) {
  if (imports.length === 0) return null;
  return (
    <Table
      caption="Latest imports"
      rows={imports}
      rowKey={({ id }) => id}
      empty={null}
      columns={[
        {
          header: 'File',
          cell: ({ id, fileName }) => (
            <Link className="[overflow-wrap:anywhere]" href={paths.euoImport(id)}>
              {fileName}
            </Link>
          ),
        },
        { header: 'State', cell: ImportStateTag },
        { header: 'Rows', cell: ({ rowsRead }) => rowsRead.toLocaleString('en-GB'), numeric: true },
        {
          header: 'Uploaded',
          cell: ({ uploader, uploadedAt }) => `${formatDateTime(uploadedAt)}, by ${uploader}`,
        },
      ]}
    />
  );
}
