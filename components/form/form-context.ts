'use client';

import { createContext, useContext } from 'react';
import { emptyFormState, type FormState } from '@/lib/domain/form-state';

/** What a form tells its fields: the one state, how ids begin, and whether a post is under way. */
export type FormContextValue = FormState & { idPrefix: string; pending: boolean };

export const FormContext = createContext<FormContextValue>({
  ...emptyFormState,
  idPrefix: '',
  pending: false,
});

export function useFormContext(): FormContextValue {
  return useContext(FormContext);
}
