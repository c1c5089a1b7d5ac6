import { readSnapshot } from '@/lib/commands/registers/read-snapshot';
import { uploadSnapshot } from '@/lib/commands/registers/upload-snapshot';
import type { PersonActor } from '@/lib/domain/permissions';
import { newFileKey } from '@/lib/ports/file-store';
import { expectOk } from './world';

const HEADINGS = ['Code', 'Organisation Name', 'Status', 'Date Of Publication', 'Primary Sector'];

async function* linesOf(rows: readonly (readonly string[])[]) {
  for (const [index, cells] of [HEADINGS, ...rows].entries()) yield { line: index + 1, cells };
}

/** Uploads and reads a register of these rows, by the real commands; answers the snapshot's id. */
export async function putRegister(
  who: PersonActor,
  asOf: string,
  rows: readonly (readonly string[])[],
  complete = true,
): Promise<string> {
  const key = newFileKey();
  const file = { key, name: 'register.csv', size: 1000, sha256: key };
  const uploaded = await uploadSnapshot(who, { register: 'dspt', file, asOf, complete });
  const { id: snapshotId } = expectOk(uploaded);
  const lines = linesOf(rows);
  expectOk(await readSnapshot({ kind: 'system', name: 'test' }, { snapshotId, lines }));
  return snapshotId;
}
