import {
  emptyFormState,
  type FormState,
  type FormValues,
  failedFormState,
  MOST_BYTES_OF_A_FORM,
  readFormData,
} from '@/lib/domain/form-state';

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;

const UNREACHABLE =
  'We could not reach the service. What you typed is still here: try again in a few minutes.';
const TOO_LONG =
  'What you typed is too long to send, so it is not saved. It is still here: make it shorter and try again.';

/**
 * Sends what was typed to its action. More than the server takes is not sent, since the answer to it
 * would not be a form: the words stay, and it says why.
 */
export async function sendForm(
  action: FormAction,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  // Actions only count on from it; the words of the last attempt would travel twice.
  const before = { ...emptyFormState, attempt: state.attempt };
  const weight = new TextEncoder().encode(JSON.stringify([before, [...data]])).length;
  // Some room for what the framework wraps around each field.
  return weight > MOST_BYTES_OF_A_FORM - 20_000
    ? failedFormState(state, [{ field: '', message: TOO_LONG }], everythingIn(data))
    : action(before, data);
}

/** The state of a form whose post never arrived: nothing is lost. */
export function unreachable(state: FormState, data: FormData): FormState {
  return failedFormState(state, [{ field: '', message: UNREACHABLE }], everythingIn(data));
}

function everythingIn(data: FormData): FormValues {
  const names = [...new Set(data.keys())];
  const repeated = (name: string) => data.getAll(name).length > 1;
  return readFormData(data, {
    one: names.filter((name) => !repeated(name)),
    many: names.filter(repeated),
  });
}
