import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { readSnapshot } from '@/lib/commands/registers/read-snapshot';
import { uploadSnapshot } from '@/lib/commands/registers/upload-snapshot';
import type { PlainDate } from '@/lib/domain/dates';
import type { Actor, PersonActor } from '@/lib/domain/permissions';
import type { RegisterId } from '@/lib/domain/register';
import { newFileKey } from '@/lib/ports/file-store';
import { readCsv } from '@/lib/ports/read-csv';
import { fileStore } from '@/lib/ports/store';
import { judgeAtOnce } from './judge';
import { expectOk } from './people';

const system: Actor = { kind: 'system', name: 'demo' };

/** A line of a CSV file, each cell in quotation marks. */
export const csvLine = (...cells: string[]): string =>
  cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');

/** Stores a CSV file of these lines, as an upload would. */
export async function storeLines(name: string, lines: readonly string[]) {
  const content = Buffer.from(`${lines.join('\r\n')}\r\n`);
  const key = newFileKey();
  await fileStore().put(key, Readable.from([content]));
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { key, name, size: content.length, sha256 };
}

type Holds = { register: RegisterId; name: string; asOf: PlainDate };

/** Uploads a register's whole file and reads it, as the one of the staff who does so. */
export async function uploadFile(
  who: PersonActor,
  { register, name, asOf }: Holds,
  lines: readonly string[],
): Promise<void> {
  const file = await storeLines(name, lines);
  const input = { register, file, asOf, complete: true };
  const { id: snapshotId } = expectOk(await uploadSnapshot(who, input));
  const rows = readCsv(() => fileStore().get(file.key));
  const { judging } = expectOk(await readSnapshot(system, { snapshotId, lines: rows }));
  if (judging) await judgeAtOnce(system, judging);
}
