import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { readSnapshot } from '@/lib/commands/registers/read-snapshot';
import { uploadSnapshot } from '@/lib/commands/registers/upload-snapshot';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import { deadlineOf, type Edition, LEVELS, type LevelId, previousEdition } from '@/lib/domain/dspt';
import type { Actor, PersonActor } from '@/lib/domain/permissions';
import { newFileKey } from '@/lib/ports/file-store';
import { readCsv } from '@/lib/ports/read-csv';
import { fileStore } from '@/lib/ports/store';
import { SUPPLIERS } from './cast';
import { expectOk } from './people';

const system: Actor = { kind: 'system', name: 'demo' };
const HEADINGS = [
  ...['Code', 'Organisation Name', 'Status', 'Date Of Publication', 'Primary Sector'],
  'Integrated Care Board (where available, from ODS)',
];
const TREES = ['Alder', 'Beech', 'Cedar', 'Elder', 'Hazel', 'Juniper', 'Linden', 'Rowan', 'Willow'];
const PLACES = ['Bank', 'Brook', 'Cross', 'Fields', 'Green', 'Hill', 'Lane', 'Mead', 'View'];
const KINDS = [
  { name: 'Surgery', sector: 'General Practice (GP)' },
  { name: 'Pharmacy', sector: 'Pharmacy' },
  { name: 'Dental Care', sector: 'Dentist' },
  { name: 'Care Home', sector: 'Social Care' },
];

export type Published = { level: LevelId; publishedOn: PlainDate };
const inFile = (date: PlainDate) => date.split('-').reverse().join('/');
const rowOf = (code: string, name: string, status: string, date: string, sector: string) =>
  [code, name, status, date, sector, ''].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');

/** Invented organisations such as suppliers connect, most of them up to date. */
function others(edition: Edition, before: PlainDate): string[] {
  return KINDS.flatMap(({ name, sector }, kind) =>
    TREES.flatMap((tree, one) =>
      PLACES.map((place, two) => {
        const number = kind * 81 + one * 9 + two;
        const old = number % 13 === 0;
        const level = number % 17 === 0 ? 'approaching_standards' : 'standards_met';
        const code = `D${String(1000 + number)}`;
        const full = `${tree} ${place} Demo ${name}`;
        if (number % 29 === 0) return rowOf(code, full, 'Not Published', '', sector);
        const own = old ? previousEdition(edition) : edition;
        const meant = addDays(deadlineOf(own), -(number % 60));
        const day = meant < before ? meant : before;
        return rowOf(code, full, `${own} ${LEVELS[level].label}`, inFile(day), sector);
      }),
    ),
  );
}

/**
 * Uploads the register as it stood on a day and reads it, as the one of the staff who does so: the
 * demo's suppliers as given, and some three hundred organisations beside them.
 */
export async function uploadRegister(
  who: PersonActor,
  asOf: PlainDate,
  edition: Edition,
  suppliers: Record<keyof typeof SUPPLIERS, Published>,
): Promise<void> {
  const own = Object.entries(SUPPLIERS).map(([key, { name, odsCode, profile }]) => {
    const { level, publishedOn } = suppliers[key as keyof typeof SUPPLIERS];
    const sector = profile === 'company' ? 'Company' : 'NHS Business Partner';
    return rowOf(
      ...([odsCode, name.toUpperCase(), `${edition} ${LEVELS[level].label}`] as const),
      ...([inFile(publishedOn), sector] as const),
    );
  });
  const lines = [HEADINGS.join(','), ...own, ...others(edition, addDays(asOf, -1))];
  const content = Buffer.from(`${lines.join('\r\n')}\r\n`);
  const key = newFileKey();
  await fileStore().put(key, Readable.from([content]));
  const file = {
    ...{ key, name: `dspt-register-${asOf}.csv`, size: content.length },
    sha256: createHash('sha256').update(content).digest('hex'),
  };
  const input = { register: 'dspt', file, asOf, complete: true };
  const { id: snapshotId } = expectOk(await uploadSnapshot(who, input));
  const rows = readCsv(() => fileStore().get(key));
  expectOk(await readSnapshot(system, { snapshotId, lines: rows }));
}
