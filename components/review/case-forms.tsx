'use client';

import { createContext, type ReactNode, use } from 'react';
import type { FormAction } from '@/components/form/send-form';
import { pageTitle } from '@/components/shell/service';
import type { FormState } from '@/lib/domain/form-state';
import { useCasePost } from './use-case-post';

const CaseFormsContext = createContext<ReturnType<typeof useCasePost> | null>(null);

type CaseFormsProps = {
  action: FormAction;
  title: string;
  /** Words kept from a session that had ended, or nothing. */
  initial: FormState;
  /** Names the state of the case that is shown. */
  mark: string;
  children: ReactNode;
};

/**
 * One state for all the forms of a case, so that a failed post shows at its own form, and in the
 * page's title, with and without JavaScript.
 */
export function CaseForms({ action, title, initial, mark, children }: CaseFormsProps) {
  const value = useCasePost(action, initial, mark);
  const shown = value.state.problems.length > 0 ? `Error: ${title}` : title;
  return (
    <CaseFormsContext value={value}>
      <title>{pageTitle(shown)}</title>
      {children}
    </CaseFormsContext>
  );
}

export function useCaseForms(): ReturnType<typeof useCasePost> {
  const value = use(CaseFormsContext);
  if (value === null) throw new Error('a form of a case stands outside of its forms');
  return value;
}
