import { type FormState, type FormValues, failedFormState } from '@/lib/domain/form-state';
import type { Problem } from '@/lib/domain/result';
import { type Path, paths } from '@/lib/paths';
import { go } from './go';

const WORDS = {
  wrong_status:
    'This has moved on since you opened the page. Nothing was saved. Reload the page to see how it stands now.',
  conflict:
    'Somebody else saved this while you were working on it. Copy what you typed, reload the page to see their version, and save again.',
};
const MOVED_ON = 'This has moved on since you opened the page. Nothing was saved. Go back to';

/**
 * What an action hands back to its form after a command said no: beside the fields, or above the
 * form for what is nobody's typing mistake. What may not be seen looks like what is not there.
 * `back` is where to see how it stands now, for a page that would not show it, and what it is called.
 */
export function formStateFor(
  problem: Problem,
  state: FormState,
  values: FormValues,
  back?: { href: Path; what: 'the application' | 'the spot check' },
): FormState {
  if (problem.kind === 'not_found' || problem.kind === 'forbidden') go(paths.notFound);
  if (problem.kind === 'invalid') return failedFormState(state, problem.fields, values);
  if (problem.kind === 'wrong_status' && back) {
    const moved = { field: '', message: `${MOVED_ON} ${back.what}`, href: back.href };
    return failedFormState(state, [moved], values);
  }
  const message = problem.kind === 'refused' ? problem.message : WORDS[problem.kind];
  return failedFormState(state, [{ field: '', message }], values);
}
