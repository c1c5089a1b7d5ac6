import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { env } from '@/lib/env';

/** What a scanner says of a file. `unavailable`: ask again later; `not_scanned`: there is none to ask. */
export type ScanAnswer =
  | { state: 'clean' }
  | { state: 'infected'; signature: string }
  | { state: 'not_scanned' }
  | { state: 'unavailable'; why: string };

/** Reads a stream and says whether it is safe; throws only what reading the stream throws. */
export type Scanner = (content: Readable) => Promise<ScanAnswer>;

export type ClamdSettings = {
  host: string;
  port: number;
  /** Milliseconds to connect, between two signs of life, and for one file altogether. */
  connectMs?: number;
  idleMs?: number;
  totalMs?: number;
};

const PIECE = 65_536;
const MOST_OF_AN_ANSWER = 4_096;

const unavailable = (why: string): ScanAnswer => ({ state: 'unavailable', why });

/** Nothing but a whole and known answer to a whole file counts; all else is no verdict. */
function readAnswer(text: string, sentAll: boolean): ScanAnswer {
  const found = /^stream: (.+) FOUND$/.exec(text);
  if (found?.[1]) return { state: 'infected', signature: found[1] };
  if (/size limit exceeded/i.test(text)) return unavailable('the scanner takes no file this large');
  if (text !== 'stream: OK') return unavailable('the scanner answered something unknown');
  return sentAll ? { state: 'clean' } : unavailable('the scanner answered before the end');
}

function frame(piece: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  return Buffer.concat([length, piece]);
}

type Call = { socket: Socket; ended: boolean; sentAll: boolean; answer: Promise<ScanAnswer> };

/** One connection; its answer settles with the first of: a whole answer, an error, a time that ran out. */
function call({ host, port, ...times }: ClamdSettings): Call {
  const { connectMs = 5_000, idleMs = 30_000, totalMs = 120_000 } = times;
  const socket = connect({ host, port, noDelay: true });
  const made: Call = {
    socket,
    ended: false,
    sentAll: false,
    answer: Promise.resolve(unavailable('')),
  };
  made.answer = new Promise((resolve) => {
    let text = '';
    const settle = (answer: ScanAnswer) => {
      made.ended = true;
      clearTimeout(total);
      socket.destroy();
      resolve(answer);
    };
    const late = (what: string) => () => settle(unavailable(`the scanner took too long ${what}`));
    const total = setTimeout(late('altogether'), totalMs);
    socket.setTimeout(connectMs, late('to connect'));
    socket.once('connect', () => {
      socket.removeAllListeners('timeout');
      socket.setTimeout(idleMs, late('to go on'));
    });
    socket.on('data', (data: Buffer) => {
      text += data.toString('latin1');
      const end = text.indexOf('\0');
      if (end >= 0) settle(readAnswer(text.slice(0, end), made.sentAll));
      else if (text.length > MOST_OF_AN_ANSWER) settle(unavailable('the scanner talks on'));
    });
    socket.on('end', () => settle(unavailable('the scanner hung up')));
    // An answer that came before the error is still to be read: the end of the connection settles.
    socket.on('error', ({ message }) => setTimeout(() => settle(unavailable(message)), 50));
  });
  return made;
}

/** Until the socket takes more, or nobody is there to take it. */
const drained = (socket: Socket) =>
  new Promise<void>((resolve) => {
    const events = ['drain', 'close', 'error'];
    const done = () => {
      for (const event of events) socket.off(event, done);
      resolve();
    };
    for (const event of events) socket.on(event, done);
  });

async function send(content: Readable, clamd: Call): Promise<void> {
  const write = async (bytes: Buffer) => {
    if (clamd.socket.writable && !clamd.socket.write(bytes)) await drained(clamd.socket);
  };
  await write(Buffer.from('zINSTREAM\0'));
  for await (const chunk of content) {
    const bytes = Buffer.from(chunk as Uint8Array);
    for (let at = 0; at < bytes.length && !clamd.ended; at += PIECE) {
      await write(frame(bytes.subarray(at, at + PIECE)));
    }
    if (clamd.ended) return;
  }
  clamd.sentAll = true;
  await write(Buffer.alloc(4));
}

/** Asks clamd over its INSTREAM protocol, sending no faster than it reads. */
export const clamdScanner =
  (settings: ClamdSettings): Scanner =>
  async (content) => {
    const clamd = call(settings);
    try {
      // An answer may come before all is sent; then nobody waits for a sender that has stalled.
      const sending = send(content, clamd).then(() => clamd.answer);
      return await Promise.race([sending, clamd.answer]);
    } finally {
      clamd.socket.destroy();
      content.destroy();
    }
  };

const noScanner: Scanner = async (content) => {
  content.destroy();
  return { state: 'not_scanned' };
};

/** The scanner of the configuration; where none is named, files stay 'not scanned'. */
export function scanner(): Scanner {
  const { CLAMD_HOST: host, CLAMD_PORT: port } = env();
  return host ? clamdScanner({ host, port }) : noScanner;
}
