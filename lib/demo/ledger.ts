import { applyImport } from '@/lib/commands/imports/apply-import';
import { checkImportFile } from '@/lib/commands/imports/check-import-file';
import { confirmImport } from '@/lib/commands/imports/confirm-import';
import { uploadImport } from '@/lib/commands/imports/upload-import';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import { deadlineOf, requiredEdition } from '@/lib/domain/dspt';
import { EUO_COLUMNS, type EuoColumn } from '@/lib/domain/euo-columns';
import type { SystemActor } from '@/lib/domain/permissions';
import { readCsvPieces } from '@/lib/ports/read-csv';
import { fileStore } from '@/lib/ports/store';
import type { SupplierKey } from './cast';
import { type Kind, organisationsOf } from './organisations';
import { type Cast, expectOk } from './people';
import { csvLine, storeLines } from './upload-file';

const system: SystemActor = { kind: 'system', name: 'demo' };
type Row = Partial<Record<EuoColumn, string>>;

/** The first of a tree speaks for the others of its name, as a head office does. */
const LED = new Set(['Cedar', 'Willow']);

/**
 * What a supplier recorded of the organisations of one kind, most of it in good order; those of a
 * tree with a product of its own use that one.
 */
function recordOf(
  kind: Kind,
  { usual, of = {} }: { usual: string; of?: Record<string, string> },
  today: PlainDate,
): Row[] {
  const all = organisationsOf(kind);
  return all.map(({ number, code, name, tree }, index) => {
    const planned = index % 16 === 9;
    const live = addDays(today, -(36 + number * 3));
    const checkedOn = addDays(live, -(5 + (number % 20)));
    const edition = requiredEdition(checkedOn);
    const head = all.find((other) => other.tree === tree && LED.has(tree));
    const led = head !== undefined && head.code !== code;
    const told = !led && index % 23 !== 11;
    // A head is told before the first of those that it leads goes live.
    const first = head ? addDays(today, -700) : planned ? addDays(today, -20) : live;
    const toldOn = addDays(first, -(2 + (number % 8)));
    return {
      ...{ ods_code: code, name, product: of[tree] ?? usual },
      state: planned ? 'planned' : 'live',
      go_live_on: planned ? addDays(today, 20 + (number % 60)) : live,
      ...(led && { lead_ods_code: head.code }),
      ...(!planned &&
        index % 19 !== 7 && {
          dspt_status: `${edition} Standards ${number % 27 === 0 ? 'Exceeded' : 'Met'}`,
          dspt_published_on: addDays(deadlineOf(edition), -(number % 60)),
          dspt_checked_on: checkedOn,
          dspt_checked_by: number % 2 === 0 ? 'Chris Colleague' : 'Sam Supplier',
        }),
      ...(told && {
        aup_version: '1.0',
        aup_alerted_on: toldOn,
        aup_method: number % 3 === 0 ? 'Letter' : 'Email',
        aup_alerted_by: 'Sam Supplier',
      }),
      contact_name: `Manager of ${name}`,
      contact_email: `manager@${code.toLowerCase()}.example`,
      clinical_safety: number % 3 === 0 ? `DCB0160 review CS-${number}` : '',
    };
  });
}

/** Imports what a supplier recorded, as its people and the jobs do. */
async function importLedger(
  { person }: Cast['suppliers'][SupplierKey],
  rows: readonly Row[],
): Promise<void> {
  const cellsOf = (row: Row) => EUO_COLUMNS.map((column) => row[column] ?? '');
  const lines = [EUO_COLUMNS.join(','), ...rows.map((row) => csvLine(...cellsOf(row)))];
  const file = await storeLines('end-user-organisations.csv', lines);
  const { id: importId } = expectOk(await uploadImport(person, { file }));
  const read = () => readCsvPieces(() => fileStore().get(file.key));
  await checkImportFile(system, { importId, read });
  expectOk(await confirmImport(person, { importId, replaceEdited: false }));
  expectOk(await applyImport(system, { importId }));
}

/** Imports what two suppliers kept in a spreadsheet until then. */
export async function importLedgers(
  { larkfield, pennine }: Cast['suppliers'],
  today: PlainDate,
): Promise<void> {
  const usual = 'Larkfield Recall';
  await importLedger(larkfield, [
    ...recordOf('Surgery', { usual }, today),
    // Some were connected to a product that nobody has approved.
    ...recordOf('Pharmacy', { usual, of: { Willow: 'Larkfield Rota' } }, today),
  ]);
  await importLedger(pennine, recordOf('Care Home', { usual: 'Bridge Letters' }, today));
}
