import { z } from 'zod';
import { type PlainDate, parsePlainDate } from './dates';

/** A day as 'yyyy-mm-dd', or null; `what` begins the message for anything else. */
export const optionalDateSchema = (what: string) =>
  z
    .string()
    .nullable()
    .prefault(null)
    .transform((text, context): PlainDate | null => {
      const date = text === null ? null : parsePlainDate(text);
      if (text !== null && date === null)
        context.addIssue({ code: 'custom', message: `${what} must be a real date` });
      return date;
    });
