import { createHash } from 'node:crypto';
import { type Readable, Transform } from 'node:stream';

import {
  cleanFileName,
  type EvidenceProblem,
  kindOfName,
  MOST_BYTES_OF_A_FILE,
  MOST_BYTES_OF_AN_APPLICATION,
} from '@/lib/domain/evidence';
import { type FileStore, newFileKey } from './file-store';

/** A file as it arrived: where it lies, its cleaned name, its bytes and their SHA-256 in hex. */
export type ReceivedFile = { key: string; name: string; size: number; sha256: string };
export type Received = {
  /** The text of the typed field, '' where nothing was typed; null where it was too long to be held. */
  typed: string | null;
} & (
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
    }
);

export type ReceiveOptions = {
  store: Pick<FileStore, 'put' | 'remove'>;
  /** Whether a file of this name is taken; where left out, what evidence may be. */
  isKind?: (name: string) => boolean;
  /** Bytes that may still be attached to the application. */
  room?: number;
  /** Bytes of the one file of a form that takes only one: a form that says it is longer is not read. */
  mostBytes?: number;
  /**
   * A field whose text is kept as a file of this name, like one that was chosen; up to `held` bytes of
   * it are told again, so that a form can show them.
   */
  typed?: { field: string; name: string; held: number };
};

type Refusal = Omit<Extract<Received, { ok: false }>, 'ok' | 'fields' | 'typed'>;

/** What arrives of one form; `refusal` is set once, by whatever goes wrong first. */
export class Arrival {
  readonly files: ReceivedFile[] = [];
  readonly fields: Record<string, string> = Object.create(null);
  readonly puts: Promise<void>[] = [];
  refusal: Refusal | null = null;
  /** See Received. */
  typed: string | null = '';
  private readonly open = new Set<Transform>();
  private readonly stop = new AbortController();
  private bytes = 0;

  constructor(private readonly options: ReceiveOptions) {}

  /** Aborted by the first refusal. */
  get refused(): AbortSignal {
    return this.stop.signal;
  }

  /** What is typed is worth reading on for, also where a file was refused before it. */
  get readsOn(): boolean {
    return this.options.typed !== undefined;
  }

  refuse(why: Refusal['why'], name: string | null = null, cause?: unknown): void {
    if (this.refusal) return;
    this.refusal = { why, name, ...(cause === undefined ? {} : { cause }) };
    this.stop.abort();
    for (const stream of this.open) stream.destroy(new Error(why));
  }

  take(field: string, stream: Readable, given: string): void {
    const { typed, isKind = (name) => kindOfName(name) !== null } = this.options;
    const isTyped = field === typed?.field;
    const raw = isTyped ? typed.name : given;
    // A form cut off ends every part in an error; the form's own is the one that is answered.
    stream.on('error', () => undefined);
    if (isTyped) this.hear(stream, typed.held);
    const chosen = cleanFileName(raw);
    const nothing = raw === '';
    if (nothing || chosen === null || !isKind(chosen) || this.refusal) {
      if (!nothing) this.refuse(chosen === null ? 'no_name' : 'wrong_kind', chosen);
      stream.resume();
      return;
    }
    this.puts.push(this.keep(stream, chosen, isTyped));
  }

  /** Holds what is typed while it passes by, unless it is long. */
  private hear(stream: Readable, most: number): void {
    const pieces: Buffer[] = [];
    let bytes = 0;
    stream.on('data', (piece: Buffer) => {
      this.typed = null;
      bytes += piece.length;
      if (bytes <= most) pieces.push(piece);
    });
    stream.on('end', () => {
      if (bytes <= most) this.typed = Buffer.concat(pieces).toString();
    });
  }

  private async keep(stream: Readable, name: string, isTyped: boolean): Promise<void> {
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
      stream.unpipe(meter).resume();
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
