import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Transform } from 'node:stream';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import {
  cleanFileName,
  type EvidenceProblem,
  kindOfName,
  MOST_BYTES_OF_A_FILE,
  MOST_BYTES_OF_AN_APPLICATION,
  MOST_FILES_AT_ONCE,
} from '@/lib/domain/evidence';
import { type FileStore, newFileKey } from './file-store';

const MOST_FIELDS = 30;
const MOST_BYTES_OF_A_FIELD = 10_000;
/** What is still read of a refused form, so that a browser without JavaScript gets its answer. */
const MOST_BYTES_DISCARDED = 4 * MOST_BYTES_OF_A_FILE;
/** What a form weighs beside its file. */
const BYTES_AROUND = 100_000;

/** A file as it arrived: where it lies, its cleaned name, its bytes and their SHA-256 in hex. */
export type ReceivedFile = { key: string; name: string; size: number; sha256: string };
export type Received =
  | { ok: true; files: ReceivedFile[]; fields: Record<string, string> }
  | {
      ok: false;
      /** `not_a_form`: no multipart form that a page of ours sends. */
      why: EvidenceProblem | 'not_a_form';
      /** Of the file that was refused, where it was one. */
      name: string | null;
      fields: Record<string, string>;
      /** What broke, for the log. */
      cause?: unknown;
    };

export type ReceiveOptions = {
  store: FileStore;
  /** Bytes that may still be attached to the application. */
  room?: number;
  /** Bytes of the one file of a form that takes only one: a form that says it is longer is not read. */
  mostBytes?: number;
  /** A field whose text is kept as a file of this name, like one that was chosen. */
  typed?: { field: string; name: string };
};

type Refusal = Omit<Extract<Received, { ok: false }>, 'ok' | 'fields'>;

/** What arrives of one form; `refusal` is set once, by whatever goes wrong first. */
class Arrival {
  readonly files: ReceivedFile[] = [];
  readonly fields: Record<string, string> = Object.create(null);
  readonly puts: Promise<void>[] = [];
  refusal: Refusal | null = null;
  private readonly open = new Set<Transform>();
  private readonly stop = new AbortController();
  private bytes = 0;

  constructor(private readonly options: ReceiveOptions) {}

  /** Aborted by the first refusal. */
  get refused(): AbortSignal {
    return this.stop.signal;
  }

  refuse(why: Refusal['why'], name: string | null = null, cause?: unknown): void {
    if (this.refusal) return;
    this.refusal = { why, name, ...(cause === undefined ? {} : { cause }) };
    this.stop.abort();
    for (const stream of this.open) stream.destroy(new Error(why));
  }

  take(field: string, stream: BusboyFileStream, given: string): void {
    const { typed } = this.options;
    const isTyped = field === typed?.field;
    const raw = isTyped ? typed.name : given;
    // A form cut off ends every part in an error; the form's own is the one that is answered.
    stream.on('error', () => undefined);
    const chosen = cleanFileName(raw);
    const nothing = raw === '';
    if (nothing || chosen === null || !kindOfName(chosen) || this.refusal) {
      if (!nothing) this.refuse(chosen === null ? 'no_name' : 'wrong_kind', chosen);
      stream.resume();
      return;
    }
    this.puts.push(this.keep(stream, chosen, isTyped));
  }

  private async keep(stream: BusboyFileStream, name: string, isTyped: boolean): Promise<void> {
    const {
      store,
      room = MOST_BYTES_OF_AN_APPLICATION,
      mostBytes = MOST_BYTES_OF_A_FILE,
    } = this.options;
    const hash = createHash('sha256');
    const file = { key: newFileKey(), name, size: 0, sha256: '' };
    const meter = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        file.size += chunk.length;
        this.bytes += chunk.length;
        if (file.size > mostBytes) this.refuse('too_big', name);
        else if (this.bytes > room) this.refuse('too_much', name);
        else hash.update(chunk);
        done(null, chunk);
      },
    });
    let brokeOff = false;
    const breakOff = (error: Error) => {
      brokeOff = true;
      meter.destroy(error);
    };
    this.open.add(meter);
    stream.on('error', breakOff).pipe(meter.on('error', () => undefined));
    this.files.push(file);
    try {
      await store.put(file.key, meter);
      file.sha256 = hash.digest('hex');
      if (file.size === 0 && isTyped) await this.forget(file);
      else if (file.size === 0) this.refuse('empty', name);
    } catch (cause) {
      // A part that broke off fails here first; then it is the sender's doing, not the store's.
      this.refuse(brokeOff ? 'cut_off' : 'not_stored', name, cause);
    } finally {
      this.open.delete(meter);
    }
  }

  /** Nothing was typed. */
  private async forget(file: ReceivedFile): Promise<void> {
    this.files.splice(this.files.indexOf(file), 1);
    await this.options.store.remove(file.key);
  }

  /** Leaves nothing behind; a store that is away just then keeps a file that nobody knows. */
  async takeBack(): Promise<void> {
    await Promise.allSettled(this.puts);
    await Promise.allSettled(this.files.map(({ key }) => this.options.store.remove(key)));
  }
}

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
        if (discarded > MOST_BYTES_DISCARDED) break;
      } else if (!reader.write(chunk)) {
        await once(reader, 'drain', { signal: arrival.refused }).catch(() => undefined);
      }
    }
    if (arrival.refusal) return;
    const ending = once(reader, 'finish', { signal: arrival.refused });
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
    return { ok: false, why: 'too_big', name: null, fields: {} };
  }
  const arrival = new Arrival(options);
  const reader = formReader(headers.get('content-type') ?? '', arrival, options.typed);
  if (!reader || !body) {
    await body?.cancel().catch(() => undefined);
    return { ok: false, why: 'not_a_form', name: null, fields: {} };
  }
  await readAll(body, reader, arrival);
  await Promise.all(arrival.puts);
  if (!arrival.refusal && arrival.files.length === 0) arrival.refuse('none_chosen');
  const fields = { ...arrival.fields };
  if (!arrival.refusal) return { ok: true, files: arrival.files, fields };
  reader.destroy();
  await arrival.takeBack();
  return { ok: false, ...arrival.refusal, fields };
}
