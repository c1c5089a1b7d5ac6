import { mkdir, rmdir } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { attachEvidence } from '@/lib/commands/apply/attach-evidence';
import { recordScan } from '@/lib/commands/evidence/record-scan';
import { env } from '@/lib/env';
import { newFileKey, placeOfKey } from '@/lib/ports/file-store';
import { fileStore } from '@/lib/ports/store';
import { type ClamdScript, startClamd } from '@/lib/testing/clamd';
import { uploaded } from '@/lib/testing/evidence';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { purgeEvidence, scanEvidence } from './scan-evidence';

const CONTENT = 'The scope of our ISMS.';
let world: World;
let acme: Supplier;
let clamd: Awaited<ReturnType<typeof startClamd>> | null = null;
const kept: string[] = [];
beforeAll(async () => {
  world = await makeWorld();
  acme = await world.supplier('Acme Care');
});
afterEach(async () => {
  delete process.env.CLAMD_HOST;
  delete process.env.CLAMD_PORT;
  await clamd?.stop();
  clamd = null;
});
afterAll(async () => {
  for (const key of kept) await fileStore().remove(key);
  await world.end();
});

async function scannerThat(script: ClamdScript) {
  clamd = await startClamd(script);
  process.env.CLAMD_HOST = clamd.host;
  process.env.CLAMD_PORT = String(clamd.port);
}
const says = (answer: string) => ({
  atEnd: (socket: Socket) => void socket.end(`stream: ${answer}\0`),
});

async function waiting() {
  const key = newFileKey();
  kept.push(key);
  await fileStore().put(key, Readable.from([Buffer.from(CONTENT)]));
  const reference = await world.draft(acme);
  const files = [{ ...uploaded('scope.txt', { content: CONTENT }), key }];
  expectOk(await attachEvidence(acme.contributor, { reference, questionId: 'isms', files }));
  const [row] = await world.sql`select id from evidence_files where storage_key = ${key}`;
  const id: string = row?.id;
  const state = async () =>
    (await world.sql`select scan from evidence_files where id = ${id}`)[0]?.scan;
  return { id, key, state, reference };
}
const first = { attempt: 1, of: 25 };

test('without a scanner a file is marked as not scanned', async () => {
  const file = await waiting();
  await scanEvidence(file.id, first);
  expect(await file.state()).toBe('not_scanned');
});

test('the scanner’s word is kept, with what it found', async () => {
  let seen = '';
  await scannerThat({
    atEnd: (socket, bytes) => {
      seen = bytes.toString();
      socket.end('stream: OK\0');
    },
  });
  const clean = await waiting();
  await scanEvidence(clean.id, first);
  expect([await clean.state(), seen]).toEqual(['clean', CONTENT]);
  await clamd?.stop();
  await scannerThat(says('Eicar-Test-Signature FOUND'));
  const bad = await waiting();
  await scanEvidence(bad.id, first);
  expect(await bad.state()).toBe('infected');
  expect((await world.eventsOf(bad.reference)).at(-1)).toMatchObject({
    ...{ type: 'evidence.checked', contents: { signature: 'Eicar-Test-Signature' } },
  });
  // What was said once stands, whatever a later run would say.
  await clamd?.stop();
  await scannerThat(says('OK'));
  await scanEvidence(bad.id, first);
  const later = { fileId: bad.id, scan: 'clean', signature: null };
  const system = { kind: 'system', name: 'scan-evidence' } as const;
  expect(expectOk(await recordScan(system, later))).toEqual({ changed: false });
  expect(await bad.state()).toBe('infected');
});

test.each([
  ['hangs up', { atStart: (socket: Socket) => void socket.destroy() }],
  ['talks nonsense', says('MAYBE')],
])('a scanner that %s leaves the file in quarantine, to be asked again', async (_, script) => {
  await scannerThat(script);
  const file = await waiting();
  await expect(scanEvidence(file.id, first)).rejects.toThrow();
  expect(await file.state()).toBe('waiting');
  await expect(scanEvidence(file.id, { attempt: 25, of: 25 })).rejects.toThrow();
  expect(await file.state()).toBe('failed');
});

test('bytes that are gone are never waved through, nor what was removed', async () => {
  await scannerThat(says('OK'));
  const file = await waiting();
  await purgeEvidence(file.key);
  await expect(scanEvidence(file.id, first)).rejects.toThrow('the file is missing');
  expect(await file.state()).toBe('waiting');
});

test('a store that is away leaves the file in quarantine, and is not waited for without end', async () => {
  await scannerThat(says('OK'));
  const file = await waiting();
  await fileStore().remove(file.key);
  const place = join(resolve(env().EVIDENCE_FOLDER), placeOfKey(file.key));
  await mkdir(place);
  try {
    await expect(scanEvidence(file.id, first)).rejects.toThrow('EISDIR');
    expect(await file.state()).toBe('waiting');
    await expect(scanEvidence(file.id, { attempt: 25, of: 25 })).rejects.toThrow();
    expect(await file.state()).toBe('failed');
  } finally {
    await rmdir(place);
  }
});
