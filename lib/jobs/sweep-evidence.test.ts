import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attachEvidence } from '@/lib/commands/apply/attach-evidence';
import { removeEvidence } from '@/lib/commands/apply/remove-evidence';
import type { SystemActor } from '@/lib/domain/permissions';
import { now } from '@/lib/ports/clock';
import { newFileKey, placeOfKey } from '@/lib/ports/file-store';
import { fileStore } from '@/lib/ports/store';
import { uploaded } from '@/lib/testing/evidence';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { sweepEvidence } from './sweep-evidence';

const system: SystemActor = { kind: 'system', name: 'sweep-evidence' };
const folder = mkdtempSync(join(tmpdir(), 'sweep-'));
let world: World;
let acme: Supplier;
beforeAll(async () => {
  process.env.EVIDENCE_FOLDER = folder;
  world = await makeWorld();
  acme = await world.supplier('Acme Care');
});
afterAll(async () => {
  delete process.env.EVIDENCE_FOLDER;
  rmSync(folder, { recursive: true });
  await world.end();
});

const hoursAgo = (hours: number) => new Date(now().getTime() - hours * 3_600_000);
const age = (path: string, hours: number) =>
  utimesSync(join(folder, path), hoursAgo(hours), hoursAgo(hours));
const isKept = (key: string) =>
  fileStore()
    .get(key)
    .then((content) => Boolean(content.destroy()))
    .catch(() => false);

async function stored(hours: number): Promise<string> {
  const key = newFileKey();
  await fileStore().put(key, Readable.from([Buffer.from(key)]));
  age(placeOfKey(key), hours);
  return key;
}
async function attached(hours: number) {
  const [reference, key] = [await world.draft(acme), await stored(hours)];
  const files = [{ ...uploaded('scope.txt', { content: key }), key }];
  expectOk(await attachEvidence(acme.contributor, { reference, questionId: 'isms', files }));
  const [row] = await world.sql`select id from evidence_files where storage_key = ${key}`;
  return { reference, key, fileId: row?.id };
}

/** A server that has stored one file, is receiving another, and knows of no row yet. */
const SERVER = `
  import { Readable } from 'node:stream';
  import { diskStore } from './lib/ports/disk-store.ts';
  const store = diskStore(process.argv[1]);
  await store.put(process.argv[2], Readable.from([Buffer.from('whole')]));
  async function* endless() { yield Buffer.from('half'); console.log('now'); await new Promise(() => setInterval(() => {}, 1000)); }
  await store.put('b'.repeat(64), Readable.from(endless()));
`;

test('while nothing stored is known, as beside an empty database, nothing is removed', async () => {
  const [stray, another] = [await stored(1000), await stored(25)];
  await sweepEvidence(system);
  expect([await isKept(stray), await isKept(another)]).toEqual([true, true]);
  await attached(1000);
  await sweepEvidence(system);
  expect([await isKept(stray), await isKept(another)]).toEqual([false, false]);
});

test('what a killed server left behind is swept a day later, and not before', async () => {
  const key = newFileKey();
  const options = ['--import', 'tsx', '--input-type=module', '-e', SERVER, folder, key];
  const server = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(server.stdout, 'data');
  server.kill('SIGKILL');
  await once(server, 'exit');
  const [part = ''] = readdirSync(join(folder, 'incoming'));
  expect(await isKept(key)).toBe(true);
  for (const path of [placeOfKey(key), `incoming/${part}`]) age(path, 23);
  await sweepEvidence(system);
  expect(await isKept(key)).toBe(true);
  expect(readdirSync(join(folder, 'incoming'))).toEqual([part]);
  for (const path of [placeOfKey(key), `incoming/${part}`]) age(path, 25);
  await sweepEvidence(system);
  expect(await isKept(key)).toBe(false);
  expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
});

test('what a file refers to stays, and what was removed goes', async () => {
  const [kept, removed] = [await attached(1000), await attached(1000)];
  const { reference, fileId } = removed;
  expectOk(await removeEvidence(acme.contributor, { reference, fileId }));
  const stray = await stored(25);
  await sweepEvidence(system);
  expect(await isKept(kept.key)).toBe(true);
  expect(await isKept(removed.key)).toBe(false);
  expect(await isKept(stray)).toBe(false);
});

test('where nearly everything is unknown, nothing is removed', async () => {
  const strays = await Promise.all(Array.from({ length: 101 }, () => stored(25)));
  await expect(sweepEvidence(system)).rejects.toThrow('101 stored files belong to nothing here');
  expect(await Promise.all(strays.map(isKept))).not.toContain(false);
  await fileStore().remove(strays[0] ?? '');
  await sweepEvidence(system);
  expect(await Promise.all(strays.map(isKept))).not.toContain(true);
});
