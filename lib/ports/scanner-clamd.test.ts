import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filler } from '@/lib/testing/upload';
import { makeZip } from '@/lib/testing/zip';
import { clamdScanner, type ScanAnswer } from './scanner';

const places = ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/opt/homebrew/sbin/clamd'];
const program = places.find((path) => existsSync(path));
const EICAR = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE'}!$H+H*`;
const MB = 1024 * 1024;

if (!program)
  process.stderr.write(
    'Not tested: clamd is not installed. Its tests count neither as passed nor as failed.\n',
  );

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

describe.skipIf(!program)('the real clamd (skipped where it is not installed)', () => {
  let folder = '';
  let child: ChildProcess | null = null;
  let port = 0;
  const scan = (content: string | Buffer | Iterable<Buffer>) =>
    clamdScanner({ host: '127.0.0.1', port })(
      Readable.from(typeof content === 'string' || Buffer.isBuffer(content) ? [content] : content),
    );

  beforeAll(async () => {
    port = await freePort();
    folder = mkdtempSync(join(tmpdir(), 'clamd-'));
    mkdirSync(join(folder, 'database'));
    // One signature of our own: the real ones are hundreds of megabytes, and need a network.
    const line = `Local.Eicar:0:*:${Buffer.from(EICAR).toString('hex')}\n`;
    writeFileSync(join(folder, 'database', 'local.ndb'), line);
    const settings = {
      DatabaseDirectory: join(folder, 'database'),
      TemporaryDirectory: folder,
      TCPAddr: '127.0.0.1',
      TCPSocket: port,
      Foreground: 'yes',
      StreamMaxLength: '20M',
    };
    const lines = Object.entries(settings).map(([name, value]) => `${name} ${value}\n`);
    writeFileSync(join(folder, 'clamd.conf'), lines.join(''));
    const flags = [`--config-file=${join(folder, 'clamd.conf')}`];
    child = spawn(program ?? '', flags, { stdio: 'ignore' });
    let answer: ScanAnswer = { state: 'not_scanned' };
    for (let tries = 0; tries < 100 && answer.state !== 'clean'; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      answer = await scan('is anybody there?');
    }
    expect(answer).toEqual({ state: 'clean' });
  });

  afterAll(async () => {
    const ended = new Promise((resolve) => child?.once('exit', resolve));
    child?.kill();
    await ended;
    rmSync(folder, { recursive: true });
  });

  test('finds nothing in a text, an empty file and one of 20 MB', async () => {
    expect(await scan('nothing but words')).toEqual({ state: 'clean' });
    expect(await scan([])).toEqual({ state: 'clean' });
    expect(await scan(filler(20 * MB))).toEqual({ state: 'clean' });
  });

  test('finds the test virus, also within an archive', async () => {
    const found = { state: 'infected', signature: 'Local.Eicar.UNOFFICIAL' };
    expect(await scan(EICAR)).toEqual(found);
    expect(await scan([...filler(3 * MB), Buffer.from(EICAR)])).toEqual(found);
    expect(await scan(makeZip([{ name: 'a.txt', content: EICAR }]))).toEqual(found);
  });

  test('gives no verdict on a file past its limit', async () => {
    // It hangs up on a sender that goes on, which may reset the connection before its words are read.
    expect(await scan(filler(40 * MB))).toEqual({
      state: 'unavailable',
      why: expect.stringMatching(/takes no file this large|ECONNRESET|EPIPE/),
    });
  });

  test('scans twenty at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => scan(index % 2 ? EICAR : [...filler(MB)])),
    );
    expect(answers.map(({ state }) => state)).toEqual(
      Array.from({ length: 20 }, (_, index) => (index % 2 ? 'infected' : 'clean')),
    );
  });
});
