'use client';

import { unstable_rethrow } from 'next/navigation';
import { useActionState, useState, useTransition } from 'react';
import {
  emptyFormState,
  type FormState,
  type FormValues,
  failedFormState,
  readFormData,
} from '@/lib/domain/form-state';

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;

const UNREACHABLE =
  'We could not reach the service. What you typed is still here: try again in a few minutes.';

/**
 * Posts a form both ways: `action` is what the browser posts without JavaScript; `post` is the
 * same with it, and keeps the words on the page also when the connection or the server fails.
 */
export function useFormPost(action: FormAction, initial: FormValues) {
  const [posted, dispatch] = useActionState(action, { ...emptyFormState, values: initial });
  const [answered, setAnswered] = useState<FormState | null>(null);
  const [pending, startPost] = useTransition();
  const state = answered ?? posted;

  const post = (data: FormData) =>
    startPost(async () => {
      const next = await action(state, data).catch((error: unknown) => {
        // A redirect arrives as an error too; thrown on, it makes the page anew, forms included.
        unstable_rethrow(error);
        return unreachable(state, data);
      });
      startPost(() => setAnswered(next));
    });

  return { state, action: dispatch, post, pending };
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
