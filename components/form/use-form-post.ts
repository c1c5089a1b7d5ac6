'use client';

import { unstable_rethrow } from 'next/navigation';
import { useActionState, useState, useTransition } from 'react';
import { emptyFormState, type FormState, type FormValues } from '@/lib/domain/form-state';
import { type FormAction, sendForm, unreachable } from './send-form';

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
      const next = await sendForm(action, state, data).catch((error: unknown) => {
        // A redirect arrives as an error too; thrown on, it makes the page anew, forms included.
        unstable_rethrow(error);
        return unreachable(state, data);
      });
      startPost(() => setAnswered(next));
    });

  return { state, action: dispatch, post, pending };
}
