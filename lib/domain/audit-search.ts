import { type PlainDate, readLooseDate } from './dates';
import { EVENTS, type EventType } from './events';
import { isId } from './ids';
import { readReference } from './reference';
import type { FieldProblem } from './result';

/** What narrows the audit search, as its address names it. */
const AUDIT_FIELDS = [
  ...(['who', 'type', 'from', 'to', 'reference', 'supplier', 'person'] as const),
] as const;
type AuditField = (typeof AUDIT_FIELDS)[number];
export type TypedAudit = Record<AuditField, string>;

/** An event's place in time, where a page of the search ended. */
export type AuditCursor = { at: Date; id: string };

/** One look at the events of everything, as its address says it. */
export type AuditView = {
  /** As somebody typed it, whatever it means. */
  typed: TypedAudit;
  problems: FieldProblem[];
  from: PlainDate | null;
  to: PlainDate | null;
  type: EventType | null;
  reference: string | null;
  after: AuditCursor | null;
};

/** Typed as 'Who', it means what no person did. */
export const THE_PORTAL = 'the portal';

type Query = Record<string, string | string[] | undefined>;

function textOf(query: Query, name: string): string {
  const text = [query[name]].flat()[0] ?? '';
  return text
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 100);
}

/** Events by their labels, as a list to choose from. */
export const EVENT_CHOICES = Object.entries(EVENTS)
  .map(([value, { label }]) => ({ value, label: label as string }))
  .sort((a, b) => a.label.localeCompare(b.label, 'en'));

const isEvent = (text: string): text is EventType => Object.hasOwn(EVENTS, text);
const EXAMPLE = 'such as 14/12/2026';

function readPeriod(typed: TypedAudit, today: PlainDate, problems: FieldProblem[]) {
  const [from, to] = [readLooseDate(typed.from), readLooseDate(typed.to)];
  const says = (field: 'from' | 'to', message: string) => problems.push({ field, message });
  if (typed.from !== '' && !from) says('from', `From must be a real date, ${EXAMPLE}`);
  if (typed.to !== '' && !to) says('to', `To must be a real date, ${EXAMPLE}`);
  if (from && from > today) says('from', 'From must be today or in the past');
  else if (from && to && to < from) says('to', 'To must be the same as From or after it');
  return { from, to };
}

/**
 * Reads the address of an audit search on a day ('yyyy-mm-dd'). What cannot be meant, such as a
 * period that ends before it begins or 31 February, is a problem of its field; what was typed stays.
 */
export function readAuditView(query: Query, today: PlainDate): AuditView {
  const typed = Object.fromEntries(
    AUDIT_FIELDS.map((name) => [name, textOf(query, name)]),
  ) as TypedAudit;
  const problems: FieldProblem[] = [];
  const { from, to } = readPeriod(typed, today, problems);
  const type = isEvent(typed.type) ? typed.type : null;
  if (typed.type !== '' && !type)
    problems.push({ field: 'type', message: 'Select what happened from the list' });
  const reference = readReference(typed.reference);
  if (typed.reference !== '' && !reference)
    problems.push({ field: 'reference', message: 'Enter a reference, such as DSI-7K3M-9Q2T' });
  const after = readAuditCursor(textOf(query, 'after'));
  return { typed, problems, from, to, type, reference, after };
}

/** The filters as an address says them, '' where there are none; with `after`, from an event on. */
export function auditQuery(typed: TypedAudit, after: AuditCursor | null = null): string {
  const said = new URLSearchParams(
    AUDIT_FIELDS.flatMap((name) => (typed[name] === '' ? [] : [[name, typed[name]]])),
  );
  if (after) said.set('after', writeAuditCursor(after));
  return said.toString();
}

const writeAuditCursor = ({ at, id }: AuditCursor): string => `${at.getTime()}.${id}`;

/** The latest instant that a database holds and that anybody means. */
const LAST = 253_402_300_799_999;

function readAuditCursor(text: string): AuditCursor | null {
  const [, at = '', id = ''] = /^([0-9]{1,15})\.(\S{36})$/.exec(text) ?? [];
  return isId(id) && Number(at) <= LAST ? { at: new Date(Number(at)), id } : null;
}

/** What an exported search holds of each event; never its words. */
export const AUDIT_COLUMNS = [
  ...(['when', 'what', 'event', 'who', 'side', 'about', 'supplier', 'history', 'entry'] as const),
] as const;
