import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, test } from 'vitest';
import { type ClamdScript, startClamd } from '@/lib/testing/clamd';
import { clamdScanner, scanner } from './scanner';

const MB = 1024 * 1024;
/** For what runs out of time; an answer is waited for, since a busy machine takes long over a large file. */
const QUICK = { connectMs: 300, idleMs: 300, totalMs: 2_000 };
const PATIENT = { connectMs: 10_000, idleMs: 10_000, totalMs: 25_000 };
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const someText = () => Readable.from(['some text']);

async function ask(script: ClamdScript, content = someText(), limits = PATIENT) {
  const { host, port, stop } = await startClamd(script);
  stops.push(stop);
  return clamdScanner({ host, port, ...limits })(content);
}

const says = (...parts: string[]): ClamdScript => ({
  atEnd: async (socket) => {
    for (const part of parts) {
      socket.write(part);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    socket.end();
  },
});
const UNAVAILABLE = { state: 'unavailable', why: expect.any(String) };

describe('an answer', () => {
  test('of OK means clean, and every byte was sent', async () => {
    const wanted = Buffer.concat(
      Array.from({ length: 300 }, (_, i) => Buffer.alloc(70_001, i + 1)),
    );
    let got = Buffer.alloc(0);
    const atEnd = (socket: Socket, file: Buffer) => {
      got = Buffer.from(file);
      socket.end('stream: OK\0');
    };
    const content = Readable.from([
      wanted.subarray(0, 5),
      wanted.subarray(5, 9 * MB),
      wanted.subarray(9 * MB),
    ]);
    expect(await ask({ atEnd }, content)).toEqual({ state: 'clean' });
    expect(got.equals(wanted)).toBe(true);
  });

  test('to an empty file counts as well', async () => {
    expect(await ask(says('stream: OK\0'), Readable.from([]))).toEqual({ state: 'clean' });
  });

  test('that comes in pieces is put together', async () => {
    expect(await ask(says('str', 'eam: ', 'OK', '\0'))).toEqual({ state: 'clean' });
    expect(await ask(says('stream: Eicar-Test', '-Signature FOUND', '\0'))).toEqual({
      state: 'infected',
      signature: 'Eicar-Test-Signature',
    });
  });

  test('of FOUND counts before the end of the file, an OK does not', async () => {
    const endless = () =>
      Readable.from(
        (function* () {
          for (;;) yield Buffer.alloc(MB, 1);
        })(),
      );
    const early = (text: string) => ({ atStart: (socket: Socket) => void socket.write(text) });
    expect(await ask(early('stream: Worm.A FOUND\0'), endless())).toMatchObject({
      signature: 'Worm.A',
    });
    expect(await ask(early('stream: OK\0'), endless(), QUICK)).toEqual(UNAVAILABLE);
  });
});

describe('no verdict comes of', () => {
  test.each<[string, ClamdScript]>([
    ['an OK cut off', says('stream: OK')],
    ['a FOUND cut off', says('stream: Eicar FOUND')],
    ['half a word', says('stream: O')],
    ['nothing at all', says()],
    ['an error', says("stream: Can't allocate memory ERROR\0")],
    ['another word', says('stream: OKAY\0')],
    ['OK among other words', says('hello\nstream: OK\0')],
    ['FOUND without a name', says('stream:  FOUND\0')],
    ['a page of the web', says('HTTP/1.1 400 Bad Request\r\n\r\n\0')],
    ['words without end', says(...Array(60).fill('x'.repeat(100)))],
    ['silence', { atEnd: () => undefined }],
    ['a scanner that hangs up at once', { atStart: (socket) => void socket.destroy() }],
    ['a scanner that goes half-way', { atEnd: (socket) => void socket.resetAndDestroy() }],
  ])('%s', async (_what, script) =>
    expect(await ask(script, someText(), QUICK)).toEqual(UNAVAILABLE),
  );

  test('a file past the size that the scanner takes', async () => {
    const limit = 'INSTREAM size limit exceeded. ERROR\0';
    const script: ClamdScript = {
      atStart: (socket) => void setTimeout(() => socket.end(limit), 50),
      readsNoMoreThan: MB,
    };
    const content = Readable.from(Array.from({ length: 200 }, () => Buffer.alloc(100_000, 1)));
    expect(await ask(script, content)).toEqual({
      state: 'unavailable',
      why: 'the scanner takes no file this large',
    });
    expect(content.destroyed).toBe(true);
  });

  test('a scanner that stops reading', async () => {
    const content = Readable.from(Array.from({ length: 200 }, () => Buffer.alloc(100_000, 1)));
    expect(await ask({ readsNoMoreThan: MB }, content, QUICK)).toEqual(UNAVAILABLE);
  });

  test('one that drips on past all patience', async () => {
    const drip = (socket: Socket) => {
      const timer = setInterval(() => socket.write('x'), 100);
      socket.on('close', () => clearInterval(timer));
    };
    const began = Date.now();
    expect(await ask({ atEnd: drip }, someText(), QUICK)).toMatchObject({
      why: 'the scanner took too long altogether',
    });
    expect(Date.now() - began).toBeLessThan(4_000);
  });

  test('nobody at the address', async () => {
    const { host, port, stop } = await startClamd({});
    await stop();
    const content = Readable.from(['x']);
    expect(await clamdScanner({ host, port, ...QUICK })(content)).toEqual(UNAVAILABLE);
    expect(content.destroyed).toBe(true);
    const nowhere = clamdScanner({ host: 'no-such-host.invalid', port: 3310, ...QUICK });
    expect(await nowhere(Readable.from(['x']))).toEqual(UNAVAILABLE);
  });
});

test('a file that cannot be read is an error of the store, not an answer', async () => {
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('half');
      throw new Error('the store is away');
    })(),
  );
  await expect(ask(says('stream: OK\0'), broken)).rejects.toThrow('the store is away');
});

test('without configuration a file is not scanned, with it clamd is asked', async () => {
  expect(await scanner()(Readable.from(['x']))).toEqual({ state: 'not_scanned' });
  const { host, port, stop } = await startClamd(says('stream: OK\0'));
  stops.push(stop);
  process.env.CLAMD_HOST = host;
  process.env.CLAMD_PORT = String(port);
  try {
    expect(await scanner()(Readable.from(['x']))).toEqual({ state: 'clean' });
  } finally {
    delete process.env.CLAMD_HOST;
    delete process.env.CLAMD_PORT;
  }
});
