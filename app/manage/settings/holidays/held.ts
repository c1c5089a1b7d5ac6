import type { Holiday } from '@/lib/domain/calendar';
import { readCalendarFile } from '@/lib/domain/calendar-file';
import { type FormValues, textValue } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';

/** Under which an uploaded file is kept for its manager, until it is published or thrown away. */
export const HELD_AT = paths.holidaysNew;

/** `number`: the version that was in force when it was uploaded. */
export type Held = { fileName: string; text: string; number: number; days: Holiday[] };

export const heldValues = ({ fileName, text, number }: Omit<Held, 'days'>): FormValues => ({
  ...{ fileName, text, number: `${number}` },
});

/** The file that is kept, read again; null where there is none. */
export function readHeld(values: FormValues | null): Held | null {
  if (!values) return null;
  const text = textValue(values, 'text');
  const read = readCalendarFile(text);
  if (!read.ok) return null;
  const number = Number(textValue(values, 'number'));
  return { fileName: textValue(values, 'fileName'), text, number, days: read.days };
}
