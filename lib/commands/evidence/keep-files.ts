import type { EventTarget } from '@/db/case';
import { addEvidence } from '@/db/evidence';
import { enqueue } from '@/db/job-queue';
import type { CommandContext } from '@/lib/commands/define-command';
import { evidenceProblem, MOST_BYTES_OF_AN_APPLICATION } from '@/lib/domain/evidence';
import type { AttachedEvidence, StoredFile } from '@/lib/domain/evidence-inputs';
import { type Failure, refused } from '@/lib/domain/result';

/** Why files may not come to those there are already, past 200 MB of all together; null where they may. */
export function tooMuchProblem(
  kept: readonly { size: number }[],
  fresh: readonly StoredFile[],
): Failure | null {
  const bytes = [...kept, ...fresh].reduce((sum, { size }) => sum + size, 0);
  const last = fresh.at(-1);
  if (!last || bytes <= MOST_BYTES_OF_AN_APPLICATION) return null;
  return refused('too_much', evidenceProblem('too_much', last.name));
}

type New = Parameters<typeof addEvidence>[1];
type Kept = {
  /** What was given, and of that what is not attached yet. */
  given: readonly StoredFile[];
  fresh: readonly StoredFile[];
  /** Whose they are, what they are evidence for, and their dates. */
  as: Omit<New, keyof StoredFile | 'storageKey' | 'uploadedAt'>;
  /** What the event of each says beside the file itself. */
  contents: Record<string, unknown>;
  target: EventTarget;
};

/** Attaches the fresh files, each with an event of its chain, and has them scanned. */
export async function keepFiles(
  { tx, now, record }: Pick<CommandContext<unknown>, 'tx' | 'now' | 'record'>,
  { given, fresh, as, contents, target }: Kept,
): Promise<AttachedEvidence> {
  const { effectiveFrom, expiresOn } = as;
  for (const { key, ...file } of fresh) {
    const fileId = await addEvidence(tx, { ...as, ...file, storageKey: key, uploadedAt: now });
    const { name, size, sha256 } = file;
    const told = { ...contents, fileId, name, size, sha256, effectiveFrom, expiresOn };
    await record({ type: 'evidence.attached', contents: told, draft: true }, target);
    await enqueue(tx, 'scan-evidence', { fileId });
  }
  const used = new Set(fresh.map(({ key }) => key));
  return {
    attached: fresh.map(({ name }) => name),
    unused: given.map(({ key }) => key).filter((key) => !used.has(key)),
  };
}
