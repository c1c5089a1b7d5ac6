import { z } from 'zod';
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
