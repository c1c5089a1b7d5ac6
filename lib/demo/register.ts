import { addDays, type PlainDate } from '@/lib/domain/dates';
import { deadlineOf, type Edition, LEVELS, type LevelId, previousEdition } from '@/lib/domain/dspt';
import type { PersonActor } from '@/lib/domain/permissions';
import { SUPPLIERS } from './cast';
import { KINDS, organisationsOf } from './organisations';
import { csvLine, uploadFile } from './upload-file';

const HEADINGS = [
  ...['Code', 'Organisation Name', 'Status', 'Date Of Publication', 'Primary Sector'],
  'Integrated Care Board (where available, from ODS)',
];

export type Published = { level: LevelId; publishedOn: PlainDate };
const inFile = (date: PlainDate) => date.split('-').reverse().join('/');
const rowOf = (code: string, name: string, status: string, date: string, sector: string) =>
  csvLine(code, name, status, date, sector, '');

/** Invented organisations such as suppliers connect, most of them up to date. */
function others(edition: Edition, before: PlainDate, later: boolean): string[] {
  return KINDS.flatMap((kind) =>
    organisationsOf(kind.name).flatMap(({ number, code, name: own }) => {
      const { sector } = kind;
      // In the later register a few have gone, have another name or another level.
      if (later && number % 37 === 11) return [];
      const name = later && number % 31 === 7 ? `${own} and Partners` : own;
      const old = number % 13 === 0;
      const level =
        number % 17 === 0 || (later && number % 23 === 5)
          ? 'approaching_standards'
          : 'standards_met';
      if (number % 29 === 0) return rowOf(code, name, 'Not Published', '', sector);
      const of = old ? previousEdition(edition) : edition;
      const meant = addDays(deadlineOf(of), -(number % 60));
      const day = meant < before ? meant : before;
      return rowOf(code, name, `${of} ${LEVELS[level].label}`, inFile(day), sector);
    }),
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
  { later }: { later: boolean },
): Promise<void> {
  const own = Object.entries(SUPPLIERS).map(([key, { name, odsCode, profile }]) => {
    const { level, publishedOn } = suppliers[key as keyof typeof SUPPLIERS];
    const sector = profile === 'company' ? 'Company' : 'NHS Business Partner';
    return rowOf(
      ...([odsCode, name.toUpperCase(), `${edition} ${LEVELS[level].label}`] as const),
      ...([inFile(publishedOn), sector] as const),
    );
  });
  const lines = [HEADINGS.join(','), ...own, ...others(edition, addDays(asOf, -1), later)];
  await uploadFile(who, { register: 'dspt', name: `dspt-register-${asOf}.csv`, asOf }, lines);
}
