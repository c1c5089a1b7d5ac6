import { type FormValues, readFormData, textValue } from '@/lib/domain/form-state';

const FIELD = /^(point|place|reason)-[a-z0-9-]{1,40}$/;
const MOST_FIELDS = 200;

/** What the form posts: which points and reasons there are, the version says that it was made from. */
export function readGuidanceData(data: FormData): FormValues {
  const names = [...new Set(data.keys())].filter((name) => FIELD.test(name)).slice(0, MOST_FIELDS);
  return readFormData(data, { one: [...names, 'why', 'number'], many: ['offer'] });
}

/** The number of the version that somebody typed over; null for what is none. */
export function seenIn(values: FormValues): number | null {
  const typed = textValue(values, 'number');
  return /^[1-9]\d{0,6}$/.test(typed) ? Number(typed) : null;
}
