import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { PlainDate } from '@/lib/domain/dates';
import { REGISTER_CHANGES, type RegisterChange } from '@/lib/domain/register-change';
import { formatDate } from '@/lib/format';

type Row = {
  organisationId: string;
  name: string;
  code: string;
  changes: readonly RegisterChange[];
  before: string | null;
  after: string | null;
};

/** What a register says otherwise than the one before it of suppliers with an approval in force. */
export function ChangesTable({
  since,
  suppliers,
}: {
  since: PlainDate;
  suppliers: readonly Row[];
}) {
  const status = (text: string | null) => (text === null ? 'No row' : text || 'None');
  return (
    <Table
      caption={`What changed for approved suppliers since the register of ${formatDate(since)}`}
      rows={suppliers}
      rowKey={({ organisationId }) => organisationId}
      empty={
        <p>
          Nothing changed for suppliers with an approval in force since the register of{' '}
          {formatDate(since)}.
        </p>
      }
      columns={[
        { header: 'Supplier', cell: ({ name, code }) => `${name}, ${code}` },
        {
          header: 'Change',
          cell: ({ changes }) =>
            changes.map((change) => (
              <span key={change} className="block">
                <Tag colour={REGISTER_CHANGES[change].colour}>{REGISTER_CHANGES[change].label}</Tag>
              </span>
            )),
        },
        { header: 'Before', cell: ({ before }) => status(before) },
        { header: 'Now', cell: ({ after }) => status(after) },
      ]}
    />
  );
}
