import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { uploadSnapshot } from '@/lib/commands/registers/upload-snapshot';
import type { PersonActor } from '@/lib/domain/permissions';
import type { RegisterId } from '@/lib/domain/register';
import { readRegister } from '@/lib/jobs/read-register';
import { newFileKey } from '@/lib/ports/file-store';
import { fileStore } from '@/lib/ports/store';
import { expectOk, type World } from './world';

type Told = { register?: RegisterId; asOf?: string; complete?: boolean };
type Kept = { state: string; problem: string | null; rows: number; refused: number };

/** Uploads files of registers as somebody of the staff and reads them, through the file store. */
export function registerFiles({ sql }: Pick<World, 'sql'>, who: () => PersonActor) {
  const kept: string[] = [];

  async function upload(content: string | Buffer, told: Told = {}) {
    const { register = 'dspt', asOf = '2026-11-01', complete = true } = told;
    const bytes = Buffer.from(content as string);
    const key = newFileKey();
    kept.push(key);
    await fileStore().put(key, Readable.from([bytes]));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = { key, name: 'register.csv', size: bytes.length, sha256 };
    return expectOk(await uploadSnapshot(who(), { register, file, asOf, complete }));
  }

  async function snapshot(id: string): Promise<Kept> {
    const [row] = await sql<Kept[]>`select state, problem, rows, refused, statuses
      from register_snapshots where id = ${id}`;
    if (!row) throw new Error('no such snapshot');
    return row;
  }

  async function read(content: string | Buffer, told: Told = {}) {
    const { id } = await upload(content, told);
    await readRegister(id);
    return { id, ...(await snapshot(id)) };
  }

  async function end() {
    for (const key of kept) await fileStore().remove(key);
  }

  return { upload, snapshot, read, end };
}
