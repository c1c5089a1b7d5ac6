import { type AddressInfo, createServer, type Socket } from 'node:net';

/** Says what the scanner does once it has read a file, or before: each writes and ends as it likes. */
export type ClamdScript = {
  /** After the whole file, with its bytes. */
  atEnd?: (socket: Socket, file: Buffer) => void;
  /** As soon as somebody connects. */
  atStart?: (socket: Socket) => void;
  /** Stops reading after so many bytes. */
  readsNoMoreThan?: number;
};

const COMMAND = 'zINSTREAM\0';

/** The pieces of a stream as clamd reads them; null until it has ended, an error when it is none. */
function readStream(bytes: Buffer): Buffer | null {
  if (bytes.length < COMMAND.length) return null;
  if (bytes.toString('latin1', 0, COMMAND.length) !== COMMAND) throw new Error('UNKNOWN COMMAND');
  const pieces: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

/** A scanner on this machine that speaks clamd's protocol and answers as a test tells it. */
export async function startClamd(script: ClamdScript) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    const chunks: Buffer[] = [];
    let read = 0;
    script.atStart?.(socket);
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      read += chunk.length;
      if (read > (script.readsNoMoreThan ?? Number.POSITIVE_INFINITY)) socket.pause();
      // Only the last bytes can end it, so that a large file is not read over and over.
      if (!chunk.subarray(-4).equals(Buffer.alloc(Math.min(4, chunk.length)))) return;
      const file = readStream(Buffer.concat(chunks));
      if (file) script.atEnd?.(socket, file);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
