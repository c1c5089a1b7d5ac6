import {
  isOperationOutcome,
  type OdsOrganisation,
  readOdsOrganisation,
} from '@/lib/domain/ods-answer';
import { env } from '@/lib/env';
import { type CallGate, callGate } from './call-gate';

/** What ODS answered about one code; `no_answer` also where it is in trouble itself. */
export type OdsAnswer =
  | { outcome: 'found'; organisation: OdsOrganisation }
  | { outcome: 'not_known' | 'too_many' | 'no_answer' | 'nonsense' };

export type OdsApi = { lookUp: (code: string) => Promise<OdsAnswer> };

type OdsSettings = { url: string; key: string; timeoutMs?: number; gate?: CallGate };
type Attempt = OdsAnswer | { outcome: 'again' };

/** Far below the 5,000 calls in 5 minutes that the service takes of one key. */
const POLITE = { perSecond: 10, atOnce: 10, mostWaitMs: 2_000 };
const TIMEOUT_MS = 5_000;
const MOST_BYTES = 256 * 1024;
/** Milliseconds of rest where an answer of 429 does not say how long, and the longest that is believed. */
const PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 15 * 60_000;

/** The body as JSON; null where it is none, or longer than any real one. */
async function readJson({ body }: Response): Promise<unknown> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of body ?? []) {
    bytes += piece.length;
    if (bytes > MOST_BYTES) return null;
    pieces.push(piece);
  }
  try {
    return JSON.parse(Buffer.concat(pieces).toString('utf8'));
  } catch {
    return null;
  }
}

function pauseOf(retryAfter: string | null): number {
  const seconds = /^\d{1,9}$/.test(retryAfter ?? '') ? Number(retryAfter) * 1000 : null;
  const until = Date.parse(retryAfter ?? '') - Date.now();
  const asked = seconds ?? (Number.isNaN(until) ? PAUSE_MS : until);
  return Math.min(Math.max(asked, 1_000), LONGEST_PAUSE_MS);
}

/** For whoever runs the service: never the key, never what was answered. */
const log = (words: string) => void process.stderr.write(`The ODS API ${words}.\n`);

/** Asks the ODS FHIR R4 API, one code at a time, at a polite pace, once more where the network fails. */
export function makeOdsApi(settings: OdsSettings): OdsApi {
  const { key, timeoutMs = TIMEOUT_MS, gate = callGate(POLITE) } = settings;
  const base = settings.url.replace(/\/+$/, '');

  async function readAnswer(response: Response, code: string): Promise<Attempt> {
    const { status } = response;
    if (status === 429) {
      gate.pause(pauseOf(response.headers.get('retry-after')));
      return { outcome: 'too_many' };
    }
    if (status >= 500) return { outcome: 'again' };
    const answer = status === 200 || status === 404 ? await readJson(response) : null;
    const organisation = status === 200 ? readOdsOrganisation(answer, code) : null;
    if (organisation) return { outcome: 'found', organisation };
    // A proxy or a wrong address answers 404 as well; only ODS says it in its own form.
    if (status === 404 && isOperationOutcome(answer)) return { outcome: 'not_known' };
    log(`gave an answer of status ${status} that cannot be read`);
    return { outcome: 'nonsense' };
  }

  async function attempt(code: string): Promise<Attempt> {
    if (!(await gate.take())) return { outcome: 'too_many' };
    const ended = new AbortController();
    const signal = AbortSignal.any([ended.signal, AbortSignal.timeout(timeoutMs)]);
    try {
      const response = await fetch(`${base}/Organization/${encodeURIComponent(code)}`, {
        headers: { accept: 'application/fhir+json', apikey: key },
        // Whoever is redirected would take the key along.
        ...{ redirect: 'manual', cache: 'no-store', signal },
      });
      return await readAnswer(response, code);
    } catch (error) {
      const late = error instanceof Error && error.name === 'TimeoutError';
      return { outcome: late ? 'no_answer' : 'again' };
    } finally {
      // What was not read of a body is not waited for.
      ended.abort();
    }
  }

  return {
    lookUp: async (code) => {
      const first = await attempt(code);
      if (first.outcome !== 'again') return first;
      const second = await attempt(code);
      if (second.outcome !== 'again') return second;
      log('could not be reached');
      return { outcome: 'no_answer' };
    },
  };
}

// One pace for the whole process, whichever bundle asks.
const held = globalThis as { portalOdsApi?: { url: string; key: string; api: OdsApi } };

/** The API of the configuration; null where none is set up. */
export function odsApi(): OdsApi | null {
  const { ODS_API_URL: url, ODS_API_KEY: key } = env();
  if (!url || !key) return null;
  if (held.portalOdsApi?.url !== url || held.portalOdsApi.key !== key)
    held.portalOdsApi = { url, key, api: makeOdsApi({ url, key }) };
  return held.portalOdsApi.api;
}
