import { Table } from '@/components/ui/table';
import { parsePlainDate } from '@/lib/domain/dates';
import type { OutcomeCounts, Preview, PreviewRow } from '@/lib/domain/euo-import';
import { isOnboardingState, ONBOARDING_STATES } from '@/lib/domain/onboarding';
import { formatDate } from '@/lib/format';
import { rowColumns } from './row-columns';

const SHOWN = [
  ['change', 'Will be changed'],
  ['edited', 'Kept, since somebody edited it on its page'],
  ['add', 'Will be added'],
] as const;

const FIELDS: Record<string, string> = {
  name: 'Name',
  state: 'State',
  lead_ods_code: 'Lead',
  go_live_on: 'Go-live date',
  dspt_code: 'DSPT code',
  aup_version: 'AUP version',
  aup_alerted_on: 'AUP alerted on',
  aup_method: 'AUP alerted by means of',
  aup_alerted_by: 'AUP alerted by',
  aup_renewed_version: 'Later AUP version',
  aup_renewed_on: 'Later AUP alert on',
  aup_renewed_method: 'Later AUP alert by means of',
  aup_renewed_by: 'Later AUP alert by',
  contact_name: 'Contact',
  contact_email: 'Email',
  clinical_safety: 'Clinical safety',
  check: 'DSPT check',
};

/** The first rows of each kind, with what changes of those that are there already. */
export function PreviewRows({ preview, counts }: { preview: Preview; counts: OutcomeCounts }) {
  return SHOWN.map(([outcome, caption]) => {
    const rows = preview[outcome];
    if (rows.length === 0) return null;
    const more = counts[outcome] > rows.length ? `: the first ${rows.length}` : '';
    return (
      <Table
        key={outcome}
        caption={`${caption}${more}`}
        rows={rows}
        rowKey={({ line }) => String(line)}
        dense
        empty={null}
        columns={[
          ...rowColumns,
          ...(outcome === 'add'
            ? []
            : [
                {
                  header: outcome === 'change' ? 'What changes' : 'What the file says',
                  cell: ({ changes }: PreviewRow) => <Changes changes={changes ?? {}} />,
                },
              ]),
        ]}
      />
    );
  });
}

function Changes({ changes }: { changes: NonNullable<PreviewRow['changes']> }) {
  return Object.entries(changes).map(([field, [before, after]]) => (
    <span className="block [overflow-wrap:anywhere]" key={field}>
      {FIELDS[field] ?? field}: {field === 'check' ? null : <>{inWords(before)} to </>}
      <strong>{inWords(after)}</strong>
    </span>
  ));
}

function inWords(value: string | null): string {
  if (value === null || value === '') return 'nothing';
  if (isOnboardingState(value)) return ONBOARDING_STATES[value].label;
  const day = parsePlainDate(value);
  return day ? formatDate(day) : value;
}
