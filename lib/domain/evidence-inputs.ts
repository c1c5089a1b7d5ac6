import { z } from 'zod';
import { optionalDateSchema } from './date-schema';
import { evidenceProblem, MOST_BYTES_OF_A_FILE, MOST_FILES_AT_ONCE } from './evidence';

const fileSchema = z.object({
  key: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().min(1).max(200),
  mediaType: z.string().max(200),
  size: z.number().int().positive().max(MOST_BYTES_OF_A_FILE),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export type StoredFile = z.infer<typeof fileSchema>;

/** Files as an upload stored and checked them. */
export const storedFilesSchema = z
  .array(fileSchema)
  .min(1, evidenceProblem('none_chosen'))
  .max(MOST_FILES_AT_ONCE);

export const evidenceDatesShape = {
  effectiveFrom: optionalDateSchema('Effective date'),
  expiresOn: optionalDateSchema('Expiry date'),
};

/** `unused` are the keys of files that were there already: nothing refers to their bytes. */
export type AttachedEvidence = { attached: string[]; unused: string[] };

/** Of some files, those whose bytes are not there yet, each once. */
export function freshFiles<F extends { sha256: string }>(
  files: readonly F[],
  there: readonly { sha256: string }[],
): F[] {
  const known = new Set(there.map(({ sha256 }) => sha256));
  return files.filter(({ sha256 }) => {
    const isNew = !known.has(sha256);
    known.add(sha256);
    return isNew;
  });
}
