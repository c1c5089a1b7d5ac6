import { type FormValues, textValue } from './form-state';
import type { FieldProblem } from './result';
import { normaliseText, textProblem } from './text';

type LineRule = { what: string; max: number; required?: boolean; severalLines?: boolean };

/** Reads a field of text as typed, trimmed; what is wrong with it is put beside the other problems. */
export function readTypedText(
  values: FormValues,
  name: string,
  { what, max, required = false, severalLines = false }: LineRule,
  problems: FieldProblem[],
): string {
  const text = normaliseText(textValue(values, name)).trim();
  const message = textProblem(text, { what, max, required, oneLine: !severalLines });
  if (message) problems.push({ field: name, message });
  return text;
}
