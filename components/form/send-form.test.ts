import { expect, test, vi } from 'vitest';
import { emptyFormState, type FormState, MOST_BYTES_OF_A_FORM } from '@/lib/domain/form-state';
import { sendForm, unreachable } from './send-form';

const typed = (details: string): FormData => {
  const data = new FormData();
  data.append('details', details);
  data.append('covered', 'who');
  data.append('covered', 'when');
  return data;
};
const answered: FormState = { ...emptyFormState, attempt: 8 };
const taking = () => vi.fn(async (_state: FormState, _data: FormData) => answered);

test('what was typed goes to the action, with the count of attempts alone', async () => {
  const action = taking();
  const data = typed('short');
  const before = { problems: [{ field: 'details', message: 'No' }], values: { details: 'long' } };
  expect(await sendForm(action, { ...before, attempt: 7 }, data)).toBe(answered);
  expect(action.mock.calls).toEqual([[{ problems: [], values: {}, attempt: 7 }, data]]);
});

test.each([
  ['letters', 'a'.repeat(MOST_BYTES_OF_A_FORM)],
  ['letters of two bytes', 'é'.repeat(MOST_BYTES_OF_A_FORM / 2)],
])('too many %s are not sent, and stay', async (_name, details) => {
  const action = taking();
  const state = await sendForm(action, emptyFormState, typed(details));
  expect(action).not.toHaveBeenCalled();
  expect(state.problems).toEqual([
    { field: '', message: expect.stringMatching(/^What you typed is too long to send/) },
  ]);
  expect(state.values).toEqual({ details, covered: ['who', 'when'] });
  // Made shorter, it can be sent: the words before do not travel with it.
  expect(await sendForm(action, state, typed('short'))).toBe(answered);
});

test('a post that never arrived keeps everything, and says so', () => {
  const { problems, values, attempt } = unreachable(emptyFormState, typed('kept'));
  expect(problems[0]?.message).toMatch(/^We could not reach the service/);
  expect(values).toEqual({ details: 'kept', covered: ['who', 'when'] });
  expect(attempt).toBe(1);
});
