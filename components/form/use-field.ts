'use client';

import { listValue, textValue } from '@/lib/domain/form-state';
import { useFormContext } from './form-context';

/** A field's id, value and problem out of the form's one state, and the ids that describe it. */
export function useField(name: string, { hint, also }: { hint: boolean; also?: string }) {
  const { problems, values, attempt, idPrefix } = useFormContext();
  const id = `${idPrefix}${name}`;
  const problem = problems.find((candidate) => candidate.field === name)?.message;
  const describedBy = [
    hint ? `${id}-hint` : '',
    problem === undefined ? '' : `${id}-error`,
    also === undefined ? '' : `${id}-${also}`,
  ];
  return {
    id,
    problem,
    attempt,
    value: textValue(values, name),
    values: listValue(values, name),
    describedBy: describedBy.filter(Boolean).join(' ') || undefined,
  };
}
