import type { SystemActor } from '@/lib/domain/permissions';
import { now } from '@/lib/ports/clock';
import { fileStore } from '@/lib/ports/store';
import { listKnownKeys } from '@/lib/queries/evidence/list-known-keys';

/** An upload takes minutes: what is older and belongs to nothing never will. */
const OLD_MS = 24 * 60 * 60 * 1000;
const AT_ONCE = 500;
/** More strays than these, and than there are known files, are another database's files. */
const MOST_STRAYS = 100;

async function* inBatches(keys: AsyncIterable<string>): AsyncIterable<string[]> {
  let batch: string[] = [];
  for await (const key of keys) {
    batch.push(key);
    if (batch.length < AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/**
 * Removes bytes that were stored and that nothing refers to, 24 hours later: a server that is killed
 * between storing a file and attaching it leaves them. Removes nothing where none of what is stored
 * is known, and throws where most is not: then this is the wrong store, or the wrong database.
 */
export async function sweepEvidence(system: SystemActor): Promise<void> {
  const store = fileStore();
  const before = new Date(now().getTime() - OLD_MS);
  await store.dropUnfinished(before);
  const strays: string[] = [];
  let known = 0;
  for await (const keys of inBatches(store.keptBefore(before))) {
    const referred = await listKnownKeys(system, keys);
    known += referred.size;
    strays.push(...keys.filter((key) => !referred.has(key)));
  }
  if (strays.length > Math.max(MOST_STRAYS, known))
    throw new Error(`${strays.length} stored files belong to nothing here; none was removed`);
  if (known === 0) return;
  for (const key of strays) await store.remove(key);
  if (strays.length > 0)
    process.stdout.write(`Removed stored files that nothing refers to: ${strays.length}\n`);
}
