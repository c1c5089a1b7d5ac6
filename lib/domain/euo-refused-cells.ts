import { EUO_COLUMNS, type EuoColumn } from './euo-columns';
import { type EuoRefusal, MOST_CHARACTERS, MOST_OF_CLINICAL_SAFETY } from './euo-refusals';

/** A refused row as the file has it; a column that the file does not have is not there. */
export type RefusedCells = Partial<Record<EuoColumn, string>>;
/** A cell that a reason is about, and what it says. */
export type WrongCell = { column: EuoColumn; says: string };

/** The cells that a reason is about, beside the code and the name, which every row is shown with. */
const ABOUT: Partial<Record<EuoRefusal, readonly EuoColumn[]>> = {
  product_missing: ['product'],
  product_unknown: ['product'],
  state_unknown: ['state'],
  state_move: ['state'],
  lead_unreadable: ['lead_ods_code'],
  lead_itself: ['lead_ods_code'],
  lead_missing: ['lead_ods_code'],
  lead_refused: ['lead_ods_code'],
  lead_has_lead: ['lead_ods_code'],
  is_lead: ['lead_ods_code'],
  go_live_unreadable: ['go_live_on'],
  go_live_missing: ['state', 'go_live_on'],
  go_live_ahead: ['state', 'go_live_on'],
  go_live_fixed: ['go_live_on'],
  go_live_before_product: ['go_live_on'],
  go_live_too_early: ['go_live_on'],
  dspt_code_unreadable: ['dspt_code'],
  dspt_published_unreadable: ['dspt_published_on'],
  dspt_checked_unreadable: ['dspt_checked_on'],
  check_incomplete: ['dspt_status', 'dspt_checked_on'],
  check_ahead: ['dspt_checked_on'],
  check_too_early: ['dspt_checked_on'],
  published_after_check: ['dspt_published_on', 'dspt_checked_on'],
  aup_alerted_unreadable: ['aup_alerted_on'],
  alert_incomplete: ['aup_version', 'aup_alerted_on'],
  alert_ahead: ['aup_alerted_on'],
  email_unreadable: ['contact_email'],
  not_ready_new: ['state', 'go_live_on'],
  not_ready: ['state'],
};

/** Characters of a cell that are kept: enough to know it again. */
const MOST_KEPT = 100;
const cut = (text: string): string =>
  text.length > MOST_KEPT ? `${text.slice(0, MOST_KEPT)}…` : text;

const isTooLong = ([column, text]: [string, string]): boolean =>
  text.length > (column === 'clinical_safety' ? MOST_OF_CLINICAL_SAFETY : MOST_CHARACTERS);

/** What is kept of a refused row: its code, its name, and the cells that are wrong, none of them long. */
export function refusedCells(reasons: readonly EuoRefusal[], cells: RefusedCells): RefusedCells {
  const given = Object.entries(cells) as [EuoColumn, string][];
  const wanted = new Set<EuoColumn>(['ods_code', 'name']);
  for (const reason of reasons) for (const column of ABOUT[reason] ?? []) wanted.add(column);
  if (reasons.includes('too_long'))
    for (const cell of given) if (isTooLong(cell)) wanted.add(cell[0]);
  return Object.fromEntries(
    given.filter(([column]) => wanted.has(column)).map(([column, text]) => [column, cut(text)]),
  );
}

/** The cells of a refused row that are wrong, in the order of the template's columns. */
export const wrongCells = (kept: RefusedCells): WrongCell[] =>
  EUO_COLUMNS.flatMap((column) => {
    const says = kept[column];
    const wrong = says !== undefined && column !== 'ods_code' && column !== 'name';
    return wrong ? [{ column, says }] : [];
  });
