import { type Column, Table } from '@/components/ui/table';
import type { ShownCheck } from '@/lib/domain/onboarding-telling';
import type { OnboardingView } from '@/lib/domain/onboarding-view';
import { formatDate } from '@/lib/format';
import { RegisterNow } from './register-now';

const columns: Column<ShownCheck>[] = [
  { header: 'Checked on', cell: ({ day }) => formatDate(day) },
  { header: 'By', cell: ({ by }) => by || 'Not recorded' },
  { header: 'Code', cell: ({ code }) => code },
  { header: 'Status as read', cell: ({ status }) => status },
  {
    header: 'Published on',
    cell: ({ publishedOn }) => (publishedOn ? formatDate(publishedOn) : 'No date'),
  },
];

type DsptChecksProps = { view: OnboardingView; reader: 'supplier' | 'staff' };

/** The public register beside the supplier's own checks, the newest first. */
export function DsptChecks({ view, reader }: DsptChecksProps) {
  const { checks, product } = view;
  const whose = reader === 'supplier' ? 'Your checks' : "The supplier's checks";
  return (
    <div className="app-euo__section">
      <h3 className="nhsuk-heading-s">DSPT</h3>
      <RegisterNow view={view} />
      <Table
        caption={`${whose} for ${product}`}
        columns={columns}
        rows={checks}
        rowKey={({ id }) => id}
        empty={<p>No check is recorded yet.</p>}
      />
    </div>
  );
}
