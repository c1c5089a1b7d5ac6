'use client';

import { createContext, type ReactNode, use, useActionState } from 'react';
import type { FormAction } from '@/components/form/use-form-post';
import { pageTitle } from '@/components/shell/service';
import type { FormState } from '@/lib/domain/form-state';

type CaseFormsValue = { state: FormState; dispatch: (data: FormData) => void; pending: boolean };

const CaseFormsContext = createContext<CaseFormsValue | null>(null);

type CaseFormsProps = {
  action: FormAction;
  title: string;
  /** Words kept from a session that had ended, or nothing. */
  initial: FormState;
  children: ReactNode;
};

/**
 * One state for all the forms of a case, so that a failed post shows at its own form, and in the
 * page's title, with and without JavaScript.
 */
export function CaseForms({ action, title, initial, children }: CaseFormsProps) {
  const [state, dispatch, pending] = useActionState(action, initial);
  const shown = state.problems.length > 0 ? `Error: ${title}` : title;
  return (
    <CaseFormsContext value={{ state, dispatch, pending }}>
      <title>{pageTitle(shown)}</title>
      {children}
    </CaseFormsContext>
  );
}

export function useCaseForms(): CaseFormsValue {
  const value = use(CaseFormsContext);
  if (value === null) throw new Error('a form of a case stands outside of its forms');
  return value;
}
