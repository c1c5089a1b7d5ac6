import { type PlainDate, parsePlainDate } from './dates';
import { findColumns } from './file-columns';
import { readOdsCode } from './ods';
import { isOdsStatus, ODS_STATUSES, type OdsStatus } from './ods-fact';
import { cellsProblem, REGISTER_COLUMNS, type RowRefusal } from './register-file';

/** One organisation as an ODS file holds it; texts as read, the code folded. */
export type OdsRow = {
  code: string;
  name: string;
  /** Its lines, joined by commas. */
  address: string;
  postcode: string;
  openedOn: PlainDate | null;
  closedOn: PlainDate | null;
  status: OdsStatus;
  subType: string;
  /** As at the day that the file describes. */
  active: boolean;
};
export type OdsRowReading = { ok: true; row: OdsRow } | { ok: false; reason: RowRefusal };

/** The classic layout of every ODS file, which has no headings: where each column stands, from 0. */
const PLACES = {
  ...{ code: 0, name: 1, address: [4, 5, 6, 7, 8], postcode: 9 },
  ...{ openedOn: 10, closedOn: 11, status: 12, subType: 13 },
} as const;

/** Up to the postcode; files of some kinds end after it. */
const LEAST_COLUMNS = 10;

const HEADED = REGISTER_COLUMNS.code.names[0];

/** Why a file whose first row this is holds no ODS file, without a full stop; null for one that may. */
export function odsFileProblem(first: readonly string[]): string | null {
  const found = findColumns(REGISTER_COLUMNS, first);
  const headed = found.ok || !found.missing.includes(HEADED);
  if (headed)
    return 'The selected file begins with headings, as the DSPT register does. An ODS file has none: check what the file holds and upload it again';
  if (first.length < LEAST_COLUMNS)
    return `The selected file must have at least ${LEAST_COLUMNS} columns, as every ODS file has: the code first, the name second and the postcode tenth`;
  return null;
}

/** A day written yyyymmdd; null where none is given, false for what is no day. */
const dayOf = (text: string): PlainDate | null | false => {
  if (text === '') return null;
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  return parsePlainDate(`${year}-${month}-${day}`) ?? false;
};

/**
 * Reads one row of an ODS file by position (the ODS rules), as at the day that the file describes: codes
 * folded, days written yyyymmdd. A row that breaks them is refused with the reason.
 */
export function readOdsRow(cells: readonly string[], on: PlainDate): OdsRowReading {
  const refuse = (reason: RowRefusal): OdsRowReading => ({ ok: false, reason });
  const text = (place: number): string => (cells[place] ?? '').trim().replace(/\s+/g, ' ');
  const wrong = cellsProblem(cells);
  if (wrong) return refuse(wrong);
  if (cells.length < LEAST_COLUMNS) return refuse('cells_few');
  if (text(PLACES.code) === '') return refuse('code_missing');
  const code = readOdsCode(text(PLACES.code));
  if (!code.ok) return refuse('ods_code_unreadable');
  if (text(PLACES.name) === '') return refuse('name_missing');
  const openedOn = dayOf(text(PLACES.openedOn));
  const closedOn = dayOf(text(PLACES.closedOn));
  if (openedOn === false || closedOn === false) return refuse('ods_date_unreadable');
  const status = text(PLACES.status).toUpperCase();
  if (!isOdsStatus(status)) return refuse('ods_status_unreadable');
  return {
    ok: true,
    row: {
      ...{ code: code.code, name: text(PLACES.name), postcode: text(PLACES.postcode) },
      address: PLACES.address.map(text).filter(Boolean).join(', '),
      ...{ openedOn, closedOn, status, subType: text(PLACES.subType) },
      active: ODS_STATUSES[status].active && !(closedOn && closedOn <= on),
    },
  };
}
