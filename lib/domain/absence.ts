import { z } from 'zod';
import { addDays, formatPlainDate, type PlainDate, parsePlainDate } from './dates';

/** An absence is set for this many days at the most; then it is looked at again. */
const MOST_DAYS = 366;

/** The day from which somebody is back, while that is to come; null for somebody who is here. */
export const absentOn = (until: PlainDate | null, today: PlainDate): PlainDate | null =>
  until !== null && until > today ? until : null;

/** 'absent until 3 December 2026': the first day on which they are back. */
export const absenceWords = (until: PlainDate): string => `absent until ${formatPlainDate(until)}`;

/** What is wrong with the day somebody is back, as they would set it today; null where nothing is. */
export function absenceProblem(until: PlainDate, today: PlainDate): string | null {
  if (until <= today) return 'The first day back must be after today';
  if (until > addDays(today, MOST_DAYS)) return 'The first day back must be within a year';
  return null;
}

/** The first day back as a form hands it on, 'yyyy-mm-dd'. */
export const untilSchema = z.string().transform((text, context): PlainDate => {
  const date = parsePlainDate(text);
  if (date) return date;
  context.addIssue({ code: 'custom', message: 'Enter the first day back' });
  return z.NEVER;
});

/** Somebody to whom a case can be given, as a list to choose from says it. */
export const assessorLabel = (person: { name: string; absentUntil: PlainDate | null }): string =>
  person.absentUntil ? `${person.name} (${absenceWords(person.absentUntil)})` : person.name;
