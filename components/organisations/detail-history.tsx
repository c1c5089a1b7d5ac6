import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import { formatDateTime } from '@/lib/format';
import { paths } from '@/lib/paths';

type Change = { sequence: number; label: string; at: Date; by: string; lines: readonly string[] };
type DetailHistoryProps = { organisationId: string; changes: readonly Change[] };

/** Who changed what of an organisation's details, and when, the latest first. */
export function DetailHistory({ organisationId, changes }: DetailHistoryProps) {
  return (
    <>
      <Table
        caption="Changes, the latest first"
        hiddenCaption
        dense
        rows={changes}
        rowKey={({ sequence }) => String(sequence)}
        empty={<p>Nothing has changed yet.</p>}
        columns={[
          { header: 'What', cell: ({ label }) => label },
          {
            header: 'In detail',
            cell: ({ lines }) =>
              lines.length === 0
                ? 'No details kept'
                : lines.map((line) => (
                    <span key={line} className="block wrap-anywhere">
                      {line}
                    </span>
                  )),
          },
          { header: 'When', cell: ({ at }) => formatDateTime(at) },
          { header: 'Who', cell: ({ by }) => by },
        ]}
      />
      {changes.length > 0 ? (
        <p>
          <Link href={paths.history(organisationId)}>
            See the whole history of the organisation
          </Link>
        </p>
      ) : null}
    </>
  );
}
