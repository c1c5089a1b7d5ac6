import { z } from 'zod';

const words = (empty: string, what: string, most: number) =>
  z
    .string()
    .max(20_000)
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().min(1, empty).max(most, `${what} must be ${most} characters or fewer`));

/** What is typed beside a calendar: where the file was taken from, and why it is published. */
export const calendarFormSchema = z.object({
  source: words('Enter where you took the file from', 'Where you took the file from', 300),
  why: words('Enter why you publish it', 'Why you publish it', 500),
});
