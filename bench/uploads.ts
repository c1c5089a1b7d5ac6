import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { open } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import type { Server } from './servers';

const AT_ONCE = 20;
const BYTES = 20 * 1024 * 1024;
const MB = 1024 * 1024;
const PIECE = 65_536;
const BOUNDARY = '----a-form-of-the-bench';

/** Plain text that differs from file to file, piece by piece, so that nobody holds it all. */
function* content(number: number): Generator<Buffer> {
  const seed = createHash('sha256').update(String(number)).digest('hex');
  const piece = Buffer.alloc(PIECE, `${seed}\n`);
  for (let left = BYTES; left > 0; left -= PIECE) yield piece.subarray(0, left);
}

function upload({ port }: Server, path: string, cookie: string, number: number): Promise<void> {
  const head = Buffer.from(
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${number}.txt"\r\n\r\n`,
  );
  const tail = Buffer.from(`\r\n--${BOUNDARY}--\r\n`);
  return new Promise((resolve, reject) => {
    const headers = {
      ...{ host: `localhost:${port}`, origin: `http://localhost:${port}`, cookie },
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      'content-length': head.length + BYTES + tail.length,
      accept: 'application/json',
    };
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', headers }, (answer) => {
      let text = '';
      answer.on('data', (part) => {
        text += part;
      });
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve()
          : reject(new Error(`An upload answered ${answer.statusCode}: ${text}`)),
      );
    });
    sent.on('error', reject);
    const pieces = content(number);
    sent.write(head);
    const feed = () => {
      for (;;) {
        const { value, done } = pieces.next();
        if (done) return void sent.end(tail);
        if (!sent.write(value)) return void sent.once('drain', feed);
      }
    };
    feed();
  });
}

/** The same bytes to files of the same disk, each brought to the disk as the store does. */
async function writeStraight(folder: string): Promise<void> {
  fs.mkdirSync(folder, { recursive: true });
  const one = async (number: number) => {
    const file = await open(join(folder, String(number)), 'w');
    for (const piece of content(number)) await file.write(piece);
    await file.sync();
    await file.close();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, number) => one(number)));
  fs.rmSync(folder, { recursive: true });
}

/** Resident memory of a process, in bytes; 0 where the system does not say. */
function memoryOf(pid: number): number {
  try {
    const found = /VmRSS:\s+(\d+) kB/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(found?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** 20 files of 20 MB at once, each with a draft of its own and no more than three of one person, beside the same bytes straight to disk. */
export async function measureUploads(
  server: Server,
  drafts: readonly string[],
  cookies: readonly string[],
  folder: string,
): Promise<string> {
  const straight = await seconds(() => writeStraight(folder));
  const before = memoryOf(server.pid);
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, memoryOf(server.pid));
  }, 20);
  const cookie = (number: number) => cookies[number % cookies.length] ?? '';
  const path = (number: number) => `/apply/${drafts[number % drafts.length]}/isms/upload`;
  const took = await seconds(() =>
    Promise.all(
      Array.from({ length: AT_ONCE }, (_, number) =>
        upload(server, path(number), cookie(number), number),
      ),
    ),
  );
  clearInterval(timer);
  const rate = (time: number) => (AT_ONCE * BYTES) / MB / time;
  const mb = (bytes: number) => Math.round(bytes / MB);
  return [
    `${AT_ONCE} uploads of ${BYTES / MB} MB at once, checked and kept: ${rate(took).toFixed(0)} MB/s;`,
    `straight to disk: ${rate(straight).toFixed(0)} MB/s (${Math.round((straight / took) * 100)} %).`,
    `Memory of the server: ${mb(before)} MB before, ${mb(peak)} MB at most.`,
  ].join(' ');
}
