import { z } from 'zod';
import { dateProblemMessage, type PlainDate, readDateFields } from './dates';
import { readDsptIdentifier, readOdsCode } from './ods';
import { PROFILES, type ProfileId } from './questions/types';
import { optionalLineSchema, requiredLineSchema } from './text-schema';

type Reading = { ok: true; value: string | null } | { ok: false; message: string };

const optional = (what: string, read: (text: string) => Reading) =>
  optionalLineSchema({ what, max: 100 }).transform((text, context): string | null => {
    if (text === '') return null;
    const reading = read(text);
    if (reading.ok) return reading.value;
    context.addIssue({ code: 'custom', message: reading.message });
    return z.NEVER;
  });

const odsCode = optional('ODS code', (text) => {
  const reading = readOdsCode(text);
  return reading.ok ? { ok: true, value: reading.code } : reading;
});
const dsptIdentifier = optional('DSPT identifier', (text) => {
  const reading = readDsptIdentifier(text);
  return reading.ok ? { ok: true, value: reading.identifier } : reading;
});
const profile = z
  .string()
  .default('')
  .refine((text) => text === '' || Object.hasOwn(PROFILES, text), {
    error: 'Select an organisation profile',
  })
  .transform((text) => (text === '' ? null : (text as ProfileId)));

/** What staff know of a supplier; everything but the name may come later. */
export const organisationSchema = z.object({
  name: requiredLineSchema({ what: 'Organisation name', max: 200 }),
  odsCode,
  dsptIdentifier,
  profile,
});

export const productNameSchema = requiredLineSchema({ what: 'Product name', max: 200 });

/** The day a connection agreement was signed: three fields as typed, or none; not in the future. */
export const agreementDateSchema = (today: PlainDate) =>
  z
    .object({
      'signed-day': z.string().default(''),
      'signed-month': z.string().default(''),
      'signed-year': z.string().default(''),
    })
    .transform((given, context): PlainDate | null => {
      const [day, month, year] = [given['signed-day'], given['signed-month'], given['signed-year']];
      if (`${day}${month}${year}`.trim() === '') return null;
      const reading = readDateFields({ day, month, year });
      const what = 'Date the agreement was signed';
      if (!reading.ok) {
        const field = reading.fields.length === 1 ? `signed-${reading.fields[0]}` : 'signed';
        const message = dateProblemMessage(reading.problem, what);
        context.addIssue({ code: 'custom', path: [field], message });
        return z.NEVER;
      }
      if (reading.date > today) {
        context.addIssue({
          code: 'custom',
          path: ['signed'],
          message: `${what} must be in the past`,
        });
        return z.NEVER;
      }
      return reading.date;
    });
