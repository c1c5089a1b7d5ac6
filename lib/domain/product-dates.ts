import { addYears, formatPlainDate, type PlainDate } from './dates';
import type { FormValues } from './form-state';
import { FIRST_GO_LIVE } from './onboarding';
import type { FieldProblem } from './result';
import { readOptionalDate, typedDateNames } from './typed-date';

/** The names that the form of a product's dates posts. */
export const PRODUCT_DATE_FIELDS = [...typedDateNames('signed'), ...typedDateNames('available')];

const SIGNED = 'Date the agreement was signed';
const AVAILABLE = "Product's first day";
const YEARS_AHEAD = 2;

export type ProductDates = {
  /** From when its anniversaries count; not in the future. */
  agreementSignedOn: PlainDate | null;
  /** Nobody went live with it before. */
  availableFrom: PlainDate | null;
};

function availableProblem(day: PlainDate, today: PlainDate): string | null {
  const last = addYears(today, YEARS_AHEAD);
  if (day < FIRST_GO_LIVE)
    return `${AVAILABLE} must be on or after ${formatPlainDate(FIRST_GO_LIVE)}`;
  return day > last ? `${AVAILABLE} must be on or before ${formatPlainDate(last)}` : null;
}

/** Reads both days of a product as typed, either of them left out. */
export function readProductDates(
  values: FormValues,
  today: PlainDate,
): { ok: true; dates: ProductDates } | { ok: false; problems: FieldProblem[] } {
  const signed = readOptionalDate(values, 'signed', SIGNED);
  const available = readOptionalDate(values, 'available', AVAILABLE);
  const problems: FieldProblem[] = [];
  if (!signed.ok) problems.push(signed.problem);
  else if (signed.date && signed.date > today)
    problems.push({ field: 'signed', message: `${SIGNED} must be in the past` });
  const wrong = available.ok && available.date ? availableProblem(available.date, today) : null;
  if (!available.ok) problems.push(available.problem);
  else if (wrong) problems.push({ field: 'available', message: wrong });
  if (problems.length > 0 || !signed.ok || !available.ok) return { ok: false, problems };
  return {
    ok: true,
    dates: { agreementSignedOn: signed.date, availableFrom: available.date },
  };
}
