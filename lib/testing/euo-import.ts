import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { confirmImport } from '@/lib/commands/imports/confirm-import';
import { uploadImport } from '@/lib/commands/imports/upload-import';
import { checkImport, doImport } from '@/lib/jobs/check-import';
import { newFileKey } from '@/lib/ports/file-store';
import { fileStore } from '@/lib/ports/store';
import { expectOk, type Supplier, type World } from './world';

/** Imports of a test file, as people and jobs do them; `end` removes what was stored. */
export function euoImports(world: World) {
  const kept: string[] = [];

  async function upload(who: Supplier, content: string | Buffer): Promise<string> {
    const bytes = Buffer.from(content as string);
    const key = newFileKey();
    kept.push(key);
    await fileStore().put(key, Readable.from([bytes]));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = { key, name: 'euos.csv', size: bytes.length, sha256 };
    return expectOk(await uploadImport(who.contributor, { file })).id;
  }

  const row = async (id: string) => {
    const [found] = await world.sql`select state, rows_read, added, changed, edited, same, refused,
      preview, problem from onboarding_imports where id = ${id}`;
    return { ...found } as Record<string, unknown>;
  };

  async function preview(who: Supplier, content: string | Buffer) {
    const id = await upload(who, content);
    await checkImport(id);
    return { id, ...(await row(id)) };
  }

  async function confirm(who: Supplier, importId: string, replaceEdited = false) {
    expectOk(await confirmImport(who.contributor, { importId, replaceEdited }));
    await doImport(importId);
    return row(importId);
  }

  /** From the file to the ledger. */
  async function run(who: Supplier, content: string) {
    const { id } = await preview(who, content);
    return { id, ...(await confirm(who, id)) };
  }

  const refusals = async (id: string) => {
    const rows = await world.sql`select line, reasons from onboarding_import_refusals
      where import_id = ${id} order by line`;
    return rows.map(({ line, reasons }) => [line, ...reasons]);
  };

  const ledger = (
    who: Supplier,
  ) => world.sql`select ods_code, name, state, state_on::text, go_live_on::text,
    lead_ods_code, dspt_code, aup_version, aup_alerted_on::text, contact_email, verdict, reasons, flags, version
    from onboardings where organisation_id = ${who.id} order by ods_code`;

  const end = () => Promise.all(kept.map((key) => fileStore().remove(key)));
  return { upload, preview, confirm, run, row, refusals, ledger, end };
}
