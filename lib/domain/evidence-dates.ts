import {
  dateFields,
  dateProblemMessage,
  formatPlainDate,
  type PlainDate,
  readDateFields,
} from './dates';
import { type EvidenceDates, evidenceCurrency, evidenceDatesProblem } from './evidence';
import { type FormValues, textValue } from './form-state';
import type { FieldProblem } from './result';
import { upperFirst } from './text';

const LABELS = { effectiveFrom: 'Effective date', expiresOn: 'Expiry date' } as const;
type Name = keyof typeof LABELS;
const NAMES = Object.keys(LABELS) as Name[];
const PARTS = ['day', 'month', 'year'] as const;

/** The names that a form with both dates posts. */
export const EVIDENCE_DATE_FIELDS = NAMES.flatMap((name) => PARTS.map((part) => `${name}-${part}`));

/** The two dates as a form shows them. */
export const typedDates = (dates: EvidenceDates): FormValues =>
  Object.fromEntries(
    NAMES.flatMap((name) => {
      const date = dates[name];
      return date
        ? Object.entries(dateFields(date)).map(([part, text]) => [`${name}-${part}`, text])
        : [];
    }),
  );

/** Both dates as typed, either of them left out; problems are named by field. */
export function readEvidenceDates(
  values: FormValues,
): { ok: true; dates: EvidenceDates } | { ok: false; problems: FieldProblem[] } {
  const dates: EvidenceDates = { effectiveFrom: null, expiresOn: null };
  const problems: FieldProblem[] = [];
  for (const name of NAMES) {
    const [day, month, year] = PARTS.map((part) => textValue(values, `${name}-${part}`));
    const read = readDateFields({ day, month, year });
    if (read.ok) dates[name] = read.date;
    else if (read.problem !== 'missing') {
      const field = read.fields.length === 3 ? name : `${name}-${read.fields[0]}`;
      const message = dateProblemMessage(read.problem, LABELS[name], read.fields);
      problems.push({ field, message });
    }
  }
  const together = evidenceDatesProblem(dates);
  if (problems.length === 0 && together) problems.push(together);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, dates };
}

/** What the dates say on a day, for people; null where there are none. Without a day no judgement. */
export function evidenceDatesWords(dates: EvidenceDates, today: PlainDate | null): string | null {
  const { effectiveFrom, expiresOn } = dates;
  const currency = today === null ? 'current' : evidenceCurrency(dates, today);
  const from = effectiveFrom
    ? `${currency === 'not_yet' ? 'not effective until' : 'effective from'} ${formatPlainDate(effectiveFrom)}`
    : '';
  const until = expiresOn
    ? `${currency === 'expired' ? 'expired on' : 'expires on'} ${formatPlainDate(expiresOn)}`
    : '';
  const words = [from, until].filter(Boolean).join(', ');
  return words === '' ? null : upperFirst(words);
}
