import type { PlainDate } from './dates';
import { EUO_COLUMNS, type EuoColumn } from './euo-columns';
import type { OnboardingState } from './onboarding';
import { VERDICT_REASONS, VERDICTS, type Verdict, type VerdictReason } from './onboarding-verdict';

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The template's columns, so that an export can be imported again, and what is judged behind them. */
export const EXPORT_COLUMNS = [...EUO_COLUMNS, 'verdict', 'reasons'] as const;

/** An onboarding as it is exported; the check is its newest. */
export type ExportedRow = Record<Exclude<EuoColumn, 'state'>, string | null> & {
  state: OnboardingState;
  go_live_on: PlainDate | null;
  verdict: Verdict;
  reasons: readonly VerdictReason[];
};

/** The cells of a row, in the order of the columns; what an import would read as what is there. */
export const exportCells = (row: ExportedRow): string[] => [
  ...EUO_COLUMNS.map((column) => row[column] ?? ''),
  VERDICTS[row.verdict].label,
  row.reasons.map((reason) => VERDICT_REASONS[reason]).join('; '),
];
