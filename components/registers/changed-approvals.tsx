import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import {
  APPROVAL_CHANGES,
  type ApprovalChange,
  type ChangedApproval,
} from '@/lib/domain/approval-change';
import { parsePlainDate } from '@/lib/domain/dates';
import { formatCount, formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';

const shown = (text: string) => {
  const date = parsePlainDate(text);
  return date ? formatDate(date) : text || 'None';
};
const days = (change: ApprovalChange) =>
  change === 'assurance_ended' || change.startsWith('assured_');

/** What changed of approvals in force, the gravest first. */
export function ChangedApprovals({
  changed,
  more,
}: {
  changed: readonly ChangedApproval[];
  more: number;
}) {
  if (changed.length === 0) return null;
  return (
    <>
      <Table
        caption="Approvals with another standing, the gravest first"
        rows={changed}
        rowKey={({ reference, change }) => `${reference} ${change}`}
        empty={null}
        columns={[
          {
            header: 'Supplier',
            cell: ({ supplier, odsCode, organisationId }) => (
              <Link href={paths.supplierRecord(odsCode ?? organisationId)}>{supplier}</Link>
            ),
          },
          {
            header: 'Product',
            cell: ({ product, reference }) => (
              <Link href={paths.assessment(reference)}>{product}</Link>
            ),
          },
          {
            header: 'Change',
            cell: ({ change }) => (
              <Tag colour={APPROVAL_CHANGES[change].colour}>{APPROVAL_CHANGES[change].label}</Tag>
            ),
          },
          {
            header: 'Before',
            cell: ({ change, before }) => `${days(change) ? 'Until ' : ''}${shown(before)}`,
          },
          {
            header: 'Now',
            cell: ({ change, after }) => `${days(change) ? 'Until ' : ''}${shown(after)}`,
          },
        ]}
      />
      {more > 0 ? <p>And {formatCount(more, 'change')} more.</p> : null}
    </>
  );
}
