import { z } from 'zod';

/** A form as typed, for a command that reads it by a rule of its own. */
export const typedFormSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
