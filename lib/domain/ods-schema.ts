import { z } from 'zod';
import { readDsptIdentifier, readOdsCode } from './ods';

/** An ODS code that must be given; parses to its stored form, with the messages of `readOdsCode`. */
export const odsCodeSchema = z
  .string({ error: 'Enter an ODS code' })
  .transform((text, context): string => {
    const reading = readOdsCode(text);
    if (reading.ok) return reading.code;
    context.addIssue({ code: 'custom', message: reading.message });
    return z.NEVER;
  });

/** A DSPT identifier that must be given; parses to its stored form. */
export const dsptIdentifierSchema = z
  .string({ error: 'Enter a DSPT identifier' })
  .transform((text, context): string => {
    const reading = readDsptIdentifier(text);
    if (reading.ok) return reading.identifier;
    context.addIssue({ code: 'custom', message: reading.message });
    return z.NEVER;
  });
