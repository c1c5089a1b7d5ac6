'use client';

import { unstable_rethrow } from 'next/navigation';
import { useActionState, useEffect, useRef, useState, useTransition } from 'react';
import { type FormAction, sendForm, unreachable } from '@/components/form/send-form';
import { emptyFormState, type FormState } from '@/lib/domain/form-state';

const isRedirect = (error: unknown): boolean =>
  String((error as { digest?: unknown } | null)?.digest ?? '').startsWith('NEXT_REDIRECT');

/**
 * Posts one of several forms of a page that leads back to itself. When the redirect arrives the
 * router has followed it already; thrown on, it would make the page anew, and with it empty what
 * was typed in the other forms. `mark` changes once the new state is shown: then the focus moves to
 * where the address points.
 */
export function useCasePost(action: FormAction, initial: FormState, mark: string) {
  const [posted, dispatch] = useActionState(action, initial);
  const [answered, setAnswered] = useState<FormState | null>(null);
  const [pending, startPost] = useTransition();
  const state = answered ?? posted;
  const shown = useRef(mark);

  useEffect(() => {
    if (shown.current === mark) return;
    shown.current = mark;
    document.getElementById(location.hash.slice(1))?.focus({ preventScroll: true });
  }, [mark]);

  const post = (data: FormData) =>
    startPost(async () => {
      const next = await sendForm(action, state, data).catch((error: unknown) => {
        if (isRedirect(error)) return emptyFormState;
        unstable_rethrow(error);
        return unreachable(state, data);
      });
      startPost(() => setAnswered(next));
    });

  return { state, action: dispatch, post, pending };
}
