import { z } from 'zod';
import { type PlainDate, readLooseDate } from './dates';
import { type DsptStatus, type Edition, type LevelId, readDsptStatus } from './dspt';
import type { EuoColumn } from './euo-columns';
import { type EuoRefusal, MOST_CHARACTERS, MOST_OF_CLINICAL_SAFETY } from './euo-refusals';
import type { Columns } from './file-columns';
import { readDsptIdentifier, readOdsCode } from './ods';
import { goLiveProblem, ONBOARDING_STATES, type OnboardingState } from './onboarding';
import { FIRST_CHECK } from './onboarding-records';

/** A product as rows name it. */
export type FileProduct = { id: string; name: string; availableFrom: PlainDate | null };

/** What a row says; null for a blank cell, a column that is not there, and what cannot be read. */
export type EuoRow = {
  code: string | null;
  name: string | null;
  productId: string | null;
  state: OnboardingState | null;
  leadCode: string | null;
  goLiveOn: PlainDate | null;
  dsptCode: string | null;
  /** As read. */
  status: string | null;
  edition: Edition | null;
  level: LevelId | null;
  publishedOn: PlainDate | null;
  checkedOn: PlainDate | null;
  checkedBy: string | null;
  aupVersion: string | null;
  alertedOn: PlainDate | null;
  aupMethod: string | null;
  alertedBy: string | null;
  contactName: string | null;
  contactEmail: string | null;
  clinicalSafety: string | null;
};
/** With everything that is wrong with it by itself; what others say of it is not known here. */
export type EuoReading = { row: EuoRow; reasons: EuoRefusal[] };

export type EuoFile = {
  columns: Columns<EuoColumn>;
  /** How many headings there are. */
  width: number;
  products: readonly FileProduct[];
  today: PlainDate;
};

const NO_TEXT = /[^\P{Cc}\t\n\r]|[\u202d\u202e\ufffd]/u;
const EMAIL = z.regexes.email;

/** As a cell is compared and kept: outer spaces, line ends and the mark before a formula aside. */
function plain(cell: string): string {
  const text = cell.trim();
  if (text === '') return text;
  const mended = /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text;
  return mended.startsWith("'") && /^'[=+\-@]/.test(mended) ? mended.slice(1).trim() : mended;
}
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** What was read of a text before, so that a million rows do not read the same few dates again. */
function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as T;
    const value = read(text);
    if (known.size < 1000) known.set(text, value);
    return value;
  };
}

const STATES = new Map(
  Object.entries(ONBOARDING_STATES).flatMap(([id, { label }]) => [
    [id, id as OnboardingState],
    [folded(label), id as OnboardingState],
  ]),
);

/** Products by their names, case and spaces aside; a name that two of them have is none of either. */
function productsByName(products: readonly FileProduct[]): Map<string, FileProduct | null> {
  const found = new Map<string, FileProduct | null>();
  for (const product of products) {
    const name = folded(plain(product.name));
    found.set(name, found.has(name) ? null : product);
  }
  return found;
}

const GO_LIVE = {
  ahead: 'go_live_ahead',
  before_product: 'go_live_before_product',
  too_early: 'go_live_too_early',
} as const;

const dsptIdentifier = (typed: string): string | null => {
  const found = readDsptIdentifier(typed);
  return found.ok ? found.identifier : null;
};
const odsCode = (typed: string): string | null => {
  const found = readOdsCode(typed.replace(/\s/g, ''));
  return found.ok ? found.code : null;
};
const email = (typed: string): string | null => (EMAIL.test(typed) ? typed.toLowerCase() : null);
const stateOf = (typed: string): OnboardingState | null => STATES.get(folded(typed)) ?? null;

/** The cells of one row at a time, and what was found against them; made once a file, not once a row. */
class RowCells {
  cells: readonly string[] = [];
  reasons: EuoRefusal[] = [];

  constructor(private readonly columns: Columns<EuoColumn>) {}

  begin(cells: readonly string[]): void {
    this.cells = cells;
    this.reasons = [];
  }

  refuse(reason: EuoRefusal): void {
    if (!this.reasons.includes(reason)) this.reasons.push(reason);
  }

  /** The cell as it is kept; '' for a blank one and a column that is not there. */
  text(id: EuoColumn, most = MOST_CHARACTERS): string {
    const place = this.columns[id];
    const found = place === null ? '' : plain(this.cells[place] ?? '');
    if (found.length <= most) return found;
    this.refuse('too_long');
    return '';
  }

  given(id: EuoColumn): boolean {
    const place = this.columns[id];
    return place !== null && (this.cells[place] ?? '').trim() !== '';
  }

  read<T>(id: EuoColumn, reader: (text: string) => T | null, wrong: EuoRefusal): T | null {
    const found = this.text(id);
    if (found === '') return null;
    const value = reader(found);
    if (value === null) this.refuse(wrong);
    return value;
  }
}

/** A DSPT check is whole or not there, and so is an alert; neither lies ahead. */
function checkPairs(
  row: RowCells,
  today: PlainDate,
  {
    checkedOn,
    publishedOn,
    alerted,
  }: Record<'checkedOn' | 'publishedOn' | 'alerted', string | null>,
) {
  const [status, day] = [row.given('dspt_status'), row.given('dspt_checked_on')];
  const more = row.given('dspt_published_on') || row.given('dspt_checked_by');
  if (status !== day || (!status && more)) row.refuse('check_incomplete');
  if (checkedOn && checkedOn > today) row.refuse('check_ahead');
  if (checkedOn && checkedOn < FIRST_CHECK) row.refuse('check_too_early');
  if (checkedOn && publishedOn && publishedOn > checkedOn) row.refuse('published_after_check');
  if (row.given('aup_version') !== row.given('aup_alerted_on')) row.refuse('alert_incomplete');
  if (alerted && alerted > today) row.refuse('alert_ahead');
}

/** The DSPT status as at the day on which it was checked. */
function statusReader() {
  const byDay = new Map<PlainDate, (text: string) => DsptStatus>();
  return (text: string, on: PlainDate): DsptStatus => {
    const known = byDay.get(on) ?? remembered((words) => readDsptStatus(words, on));
    if (byDay.size < 1000) byDay.set(on, known);
    return known(text);
  };
}

/**
 * Reads the rows of a file one by one (the EUO rules): codes folded, dates as yyyy-mm-dd or
 * dd/mm/yyyy, a DSPT status kept as read, products by name. Every reason against a row is given.
 */
export function euoRowReader({ columns, width, products, today }: EuoFile) {
  const byName = productsByName(products);
  const productOf = (typed: string): FileProduct | null => byName.get(folded(typed)) ?? null;
  const only = products.length === 1 ? products[0] : undefined;
  const dateOf = remembered(readLooseDate);
  const statusOf = statusReader();
  const row = new RowCells(columns);
  const optional = (id: EuoColumn, most?: number): string | null => row.text(id, most) || null;

  return (cells: readonly string[]): EuoReading => {
    row.begin(cells);
    if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== ''))
      row.refuse('cells');
    if (NO_TEXT.test(cells.join(''))) row.refuse('characters');

    if (!row.given('ods_code')) row.refuse('code_missing');
    const code = row.read('ods_code', odsCode, 'code_unreadable');
    const named = row.given('product');
    if (!named && !only) row.refuse('product_missing');
    const product = named ? row.read('product', productOf, 'product_unknown') : only;
    const state = row.read('state', stateOf, 'state_unknown');
    const leadCode = row.read('lead_ods_code', odsCode, 'lead_unreadable');
    if (leadCode !== null && leadCode === code) row.refuse('lead_itself');

    const goLiveOn = row.read('go_live_on', dateOf, 'go_live_unreadable');
    const since = product?.availableFrom ?? null;
    // What lies ahead is wrong for one that went live, which the ledger may say alone.
    const problem = goLiveOn && goLiveProblem(goLiveOn, { state: 'planned', since, today });
    if (problem) row.refuse(GO_LIVE[problem]);

    const dsptCode = row.read('dspt_code', dsptIdentifier, 'dspt_code_unreadable');
    const publishedOn = row.read('dspt_published_on', dateOf, 'dspt_published_unreadable');
    const checkedOn = row.read('dspt_checked_on', dateOf, 'dspt_checked_unreadable');
    const alertedOn = row.read('aup_alerted_on', dateOf, 'aup_alerted_unreadable');
    checkPairs(row, today, { checkedOn, publishedOn, alerted: alertedOn });
    const status = optional('dspt_status');
    const { edition, level } = statusOf(status ?? '', checkedOn ?? today);

    // Property by property: spreads would cost more than all of the reading.
    return {
      row: {
        code,
        name: optional('name'),
        productId: product?.id ?? null,
        state,
        leadCode,
        goLiveOn,
        dsptCode,
        status,
        edition,
        level,
        publishedOn,
        checkedOn,
        alertedOn,
        checkedBy: optional('dspt_checked_by'),
        aupVersion: optional('aup_version'),
        aupMethod: optional('aup_method'),
        alertedBy: optional('aup_alerted_by'),
        contactName: optional('contact_name'),
        contactEmail: row.read('contact_email', email, 'email_unreadable'),
        clinicalSafety: optional('clinical_safety', MOST_OF_CLINICAL_SAFETY),
      },
      reasons: row.reasons,
    };
  };
}
