import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { type FormState, type FormValues, failedFormState } from '@/lib/domain/form-state';
import type { Problem } from '@/lib/domain/result';
import { paths } from '@/lib/paths';

const WRONG_STATUS =
  'This has moved on since you opened the page. Nothing was saved. Reload the page to see how it stands now.';
const CONFLICT =
  'Somebody else saved this while you were working on it. Copy what you typed, reload the page to see their version, and save again.';

/**
 * What an action hands back to its form after a command said no: beside the fields, or above the
 * form for what is nobody's typing mistake. What may not be seen looks like what is not there.
 */
export function formStateFor(problem: Problem, state: FormState, values: FormValues): FormState {
  switch (problem.kind) {
    case 'not_found':
    case 'forbidden':
      redirect(paths.notFound as Route);
      break;
    case 'invalid':
      return failedFormState(state, problem.fields, values);
    case 'refused':
      return failedFormState(state, [{ field: '', message: problem.message }], values);
    case 'wrong_status':
      return failedFormState(state, [{ field: '', message: WRONG_STATUS }], values);
    case 'conflict':
      return failedFormState(state, [{ field: '', message: CONFLICT }], values);
  }
}
