import { once } from 'node:events';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { MOST_BYTES_OF_A_FILE, MOST_FILES_AT_ONCE } from '@/lib/domain/evidence';
import { Arrival, type Received, type ReceiveOptions } from './upload-arrival';

const MOST_FIELDS = 30;
const MOST_BYTES_OF_A_FIELD = 10_000;
/** What is still read of a refused form, so that a browser without JavaScript gets its answer. */
const MOST_BYTES_DISCARDED = 4 * MOST_BYTES_OF_A_FILE;
/** What a form weighs beside its file. */
const BYTES_AROUND = 100_000;
/** Milliseconds for the rest of a refused form to be read to its end. */
const REST = 5000;

function formReader(
  contentType: string,
  arrival: Arrival,
  typed: ReceiveOptions['typed'],
): BusboyInstance | null {
  let reader: BusboyInstance;
  try {
    reader = new Busboy({
      headers: { 'content-type': contentType },
      preservePath: true,
      isPartAFile: (field, _type, name) => name !== undefined || field === typed?.field,
      limits: {
        files: MOST_FILES_AT_ONCE,
        fields: MOST_FIELDS,
        fieldSize: MOST_BYTES_OF_A_FIELD,
        headerPairs: 20,
        headerSize: 8_000,
      },
    });
  } catch {
    return null;
  }
  return reader
    .on('file', (field, stream, name = '') => arrival.take(field, stream, name))
    .on('field', (name, value, nameCut, valueCut) => {
      if (nameCut || valueCut) arrival.refuse('not_a_form');
      else arrival.fields[name] = value;
    })
    .on('filesLimit', () => arrival.refuse('too_many'))
    .on('fieldsLimit', () => arrival.refuse('not_a_form'))
    .on('error', (error) => arrival.refuse('cut_off', null, error));
}

/** Feeds the form to its reader no faster than the store takes it; after a refusal, a little to nobody. */
async function readAll(
  body: ReadableStream<Uint8Array>,
  reader: BusboyInstance,
  arrival: Arrival,
): Promise<void> {
  let discarded = 0;
  try {
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      if (arrival.refusal) {
        discarded += chunk.length;
        if (discarded > MOST_BYTES_DISCARDED) return;
      }
      if (arrival.refusal && !arrival.readsOn) continue;
      if (!reader.write(chunk)) {
        await once(reader, 'drain', { signal: arrival.refused }).catch(() => undefined);
      }
    }
    if (arrival.refusal && !arrival.readsOn) return;
    const signal = arrival.refusal ? AbortSignal.timeout(REST) : arrival.refused;
    const ending = once(reader, 'finish', { signal });
    reader.end();
    await ending;
  } catch (cause) {
    arrival.refuse('cut_off', null, cause);
  }
}

/** Reads a form that is refused to nobody, so that a browser gets its answer; not without end. */
export async function discardUpload(
  body: ReadableStream<Uint8Array> | null,
  most = MOST_BYTES_DISCARDED,
): Promise<void> {
  let discarded = 0;
  try {
    for await (const chunk of (body ?? []) as unknown as AsyncIterable<Uint8Array>) {
      discarded += chunk.length;
      if (discarded > most) break;
    }
  } catch {
    // Whoever sent it went away.
  }
}

/**
 * Receives a multipart form with files: each is streamed into the store under a key of its own,
 * measured and hashed on the way, so that memory holds no more than a few pieces of it. All are
 * kept, or, when one is refused or the sender goes away, none. Whoever calls has checked the person
 * and where the form came from already; nothing of the content is checked here but size and name.
 */
export async function receiveUpload(
  { headers, body }: Pick<Request, 'headers' | 'body'>,
  options: ReceiveOptions,
): Promise<Received> {
  const { mostBytes } = options;
  if (mostBytes && Number(headers.get('content-length')) > mostBytes + BYTES_AROUND) {
    await discardUpload(body, 2 * mostBytes);
    return { ok: false, why: 'too_big', name: null, fields: {}, typed: null };
  }
  const arrival = new Arrival(options);
  const reader = formReader(headers.get('content-type') ?? '', arrival, options.typed);
  if (!reader || !body) {
    await body?.cancel().catch(() => undefined);
    return { ok: false, why: 'not_a_form', name: null, fields: {}, typed: null };
  }
  await readAll(body, reader, arrival);
  await Promise.all(arrival.puts);
  if (!arrival.refusal && arrival.files.length === 0) arrival.refuse('none_chosen');
  const { typed } = arrival;
  const fields = { ...arrival.fields };
  if (!arrival.refusal) return { ok: true, files: arrival.files, fields, typed };
  reader.destroy();
  await arrival.takeBack();
  return { ok: false, ...arrival.refusal, fields, typed };
}

const nowhere: ReceiveOptions['store'] = {
  put: async (_key, content) => {
    for await (const _ of content);
  },
  remove: async () => undefined,
};

/** What was typed in a form of which nothing else is wanted; null where it was too long to be held. */
export async function receiveTyped(
  request: Pick<Request, 'headers' | 'body'>,
  options: Required<Pick<ReceiveOptions, 'typed' | 'mostBytes'>>,
): Promise<string | null> {
  const received = await receiveUpload(request, { ...options, store: nowhere });
  return received.typed;
}
