import { formStateFor } from '@/app/form-result';
import { go } from '@/app/go';
import { type FormState, type FormValues, failedFormState } from '@/lib/domain/form-state';
import type { Conflict, Problem } from '@/lib/domain/result';
import { formatDateTime } from '@/lib/format';
import { paths } from '@/lib/paths';

const told = ({ changedBy, changedAt }: Conflict) =>
  `${changedBy ?? 'Somebody else'} changed this${
    changedAt ? ` on ${formatDateTime(changedAt)}` : ''
  }. Yours is not saved yet`;

/**
 * What a form of an onboarding is told after a command said no. A change of a colleague's is shown
 * beside what was typed, and the next post replaces it; what is no longer possible leads to the page
 * that says how it stands.
 */
export function savedState(
  problem: Problem,
  state: FormState,
  values: FormValues,
  code: string,
  versionField = 'version',
): FormState {
  if (problem.kind === 'wrong_status') go(`${paths.euo(code)}?done=moved-on`);
  if (problem.kind !== 'conflict') return formStateFor(problem, state, values);
  const { conflict } = problem;
  const seen = { ...values, [versionField]: String(conflict.version) };
  return {
    ...failedFormState(state, [{ field: '', message: told(conflict) }], seen),
    conflict,
  };
}
