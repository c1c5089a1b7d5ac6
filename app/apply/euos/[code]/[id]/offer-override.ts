import type { FormValues } from '@/lib/domain/form-state';
import type { Problem } from '@/lib/domain/result';
import { readTypedDate } from '@/lib/domain/typed-date';
import type { Path } from '@/lib/paths';

/**
 * Where an onboarding is not ready as at the day typed, the refusal with the way for a signatory too,
 * at which the day is kept; any other problem as it is.
 */
export function offerOverride(
  problem: Problem,
  { path, values, message }: { path: Path; values: FormValues; message: string },
): Problem {
  if (problem.kind !== 'invalid' || problem.fields.every(({ field }) => field)) return problem;
  const on = readTypedDate(values, 'on', '');
  const href = `${path}?override=yes${on.ok ? `&on=${on.date}` : ''}` as const;
  return { ...problem, fields: [...problem.fields, { field: '', message, href }] };
}
