/** Each may be a full form of files, streamed to the store and then checked. */
const MOST_AT_ONCE = 3;
const MOST_A_MINUTE = 20;
const MINUTE = 60_000;

type Uploads = { running: number; begun: number[] };
export type UploadTurn =
  | { ok: true; release: () => void }
  | { ok: false; why: 'many_at_once' | 'many_a_minute' };

// One count for all routes of this server, whichever bundle asks.
const held = globalThis as { portalUploads?: Map<string, Uploads> };
held.portalUploads ??= new Map();
const uploads = held.portalUploads;

/** Keeps nobody in memory who uploads nothing any more. */
function forgetOld(at: number): void {
  for (const [person, own] of uploads) {
    own.begun = own.begun.filter((begun) => begun > at - MINUTE);
    if (own.running === 0 && own.begun.length === 0) uploads.delete(person);
  }
}

/**
 * Lets somebody begin an upload, at most 3 at once and 20 a minute on this server; `release` says
 * that it ended. `at` is in milliseconds of a clock that only goes on.
 */
export function takeUploadTurn(personId: string, at = performance.now()): UploadTurn {
  forgetOld(at);
  const own = uploads.get(personId) ?? { running: 0, begun: [] };
  if (own.running >= MOST_AT_ONCE) return { ok: false, why: 'many_at_once' };
  if (own.begun.length >= MOST_A_MINUTE) return { ok: false, why: 'many_a_minute' };
  uploads.set(personId, own);
  own.running += 1;
  own.begun.push(at);
  let released = false;
  const release = () => {
    if (!released) own.running -= 1;
    released = true;
  };
  return { ok: true, release };
}
