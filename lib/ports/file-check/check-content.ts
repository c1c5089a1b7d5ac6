import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Worker } from 'node:worker_threads';
import { type EvidenceProblem, kindOfName, MOST_BYTES_OF_A_FILE } from '@/lib/domain/evidence';
import type { FileStore } from '@/lib/ports/file-store';
import { inTurns } from '@/lib/ports/in-turn';

/** What a file's content is, or why it is refused. */
export type ContentCheck = { ok: true; mediaType: string } | { ok: false; why: EvidenceProblem };

const MILLISECONDS = 20_000;
const MEMORY = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 };

// A path at run time, so that no bundler looks for it: the server runs in the project's folder.
const workerFile = () => join(process.cwd(), 'lib/ports/file-check/worker.mjs');

class ChecksBusy extends Error {}

/** So many may wait, some minutes' worth at worst; the rest are asked to come back. */
const WAITING = 40;
const inTurn = inTurns({ atOnce: 2, waiting: WAITING, tooMany: () => new ChecksBusy() });

type Answer = { ok: true } | { ok: false; why: EvidenceProblem };

/** Asks a thread of its own, which is ended when it takes too long or too much memory. */
async function ask(workerData: unknown, milliseconds: number): Promise<Answer> {
  const worker = new Worker(/* turbopackIgnore: true */ workerFile(), {
    workerData,
    resourceLimits: MEMORY,
    // Nothing of the configuration is its business.
    env: {},
    execArgv: [],
  });
  // One that fails while it is being ended must not end the server.
  worker.on('error', () => undefined);
  const late = AbortSignal.timeout(milliseconds);
  try {
    const [answer] = await once(worker, 'message', { signal: late });
    return answer as Answer;
  } catch (error) {
    if (late.aborted) return { ok: false, why: 'too_slow' };
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_WORKER_OUT_OF_MEMORY') return { ok: false, why: 'too_much_inside' };
    throw error;
  } finally {
    await worker.terminate();
  }
}

/**
 * Holds the content of a stored file against what its name claims: really of that kind, whole,
 * without macros, and not more than it seems once unpacked. It is copied to the disk meanwhile,
 * since an archive is read from its end. Viruses are the scanner's. Throws what the store throws.
 */
export async function checkContent(
  store: Pick<FileStore, 'get'>,
  key: string,
  name: string,
  milliseconds = MILLISECONDS,
  mostBytes = MOST_BYTES_OF_A_FILE,
): Promise<ContentCheck> {
  const kind = kindOfName(name);
  if (!kind) return { ok: false, why: 'wrong_kind' };
  const checked = inTurn<ContentCheck>(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'evidence-check-'));
    try {
      const path = join(folder, 'file');
      await pipeline(await store.get(key), createWriteStream(path, { mode: 0o600 }));
      const data = { path, content: kind.content, mostBytes };
      const answer = await ask(data, milliseconds);
      return answer.ok ? { ok: true, mediaType: kind.mediaType } : answer;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
  return checked.catch((error) => {
    if (error instanceof ChecksBusy) return { ok: false, why: 'busy' };
    throw error;
  });
}
