import { Details } from '@/components/ui/details';
import { SummaryList } from '@/components/ui/summary-list';
import { ONBOARDING_STATES } from '@/lib/domain/onboarding';

const STATES = Object.values(ONBOARDING_STATES)
  .map(({ label }) => label.toLowerCase())
  .join(', ');

const COLUMNS: readonly (readonly [columns: string, words: string])[] = [
  ['ods_code', 'The organisation’s ODS code. Always needed.'],
  ['name', 'Needed for a new one whose code ODS does not know.'],
  ['product', 'Its name. Needed where you have more than one.'],
  ['state', `One of: ${STATES}. Without it a new one is planned.`],
  ['lead_ods_code', 'The organisation that shows identity and AUP for this one.'],
  ['go_live_on', 'Needed for one that went live.'],
  [
    'dspt_code, dspt_status, dspt_published_on, dspt_checked_on, dspt_checked_by',
    'Your check of its DSPT status, such as ‘25/26 Standards Met’, and the day on which you read it. The code only where it publishes under another.',
  ],
  [
    'aup_version, aup_alerted_on, aup_method, aup_alerted_by',
    'How you brought the acceptable use policy to its attention. Version and date together.',
  ],
  ['contact_name, contact_email', 'Whom you deal with there.'],
  ['clinical_safety', 'The DCB0160 reference, or ‘not applicable’ and why.'],
];

/** What each column of an import holds. */
export function AboutColumns() {
  return (
    <Details summary="What the columns hold">
      <SummaryList
        rows={COLUMNS.map(([columns, words]) => ({
          label: columns,
          value: words,
        }))}
      />
      <p>
        Dates are 2026-07-01 or 01/07/2026. The order of the columns does not matter, and you may
        leave columns out. An empty cell leaves what is there.
      </p>
    </Details>
  );
}
