import { formatPlainDate, type PlainDate } from './dates';
import type { OdsFact } from './ods-fact';
import type { DsptCheck, Judgement, OnboardingFacts } from './onboarding-verdict';

/** A check with what a reader is told of it. */
export type ShownCheck = DsptCheck & {
  /** As read, and the code under which it stands. */
  status: string;
  code: string;
  /** Who checked, as the supplier wrote it; '' for a register. */
  by: string;
};

/** What an onboarding is judged by, with the names that its words need. */
export type ToldFacts = Omit<OnboardingFacts, 'checks'> & {
  odsCode: string;
  checks: readonly ShownCheck[];
  odsFact: OdsFact;
  lead: { odsCode: string; name: string } | null;
};

/** Who reads: the supplier is spoken to, the staff are told of it. */
export type OnboardingReader = 'supplier' | 'staff';

/** Where something is mended: the pages of an onboarding by their names. */
export type Mend = { part: 'check' | 'aup' | 'details'; label: string };
export type Told<Id> = { id: Id; words: string; next: Mend | null };

export type Telling = {
  facts: ToldFacts;
  judgement: Judgement;
  today: PlainDate;
  reader: OnboardingReader;
  /** The words are kept, so that they name each day: 'today' is another when they are read. */
  kept?: boolean;
};
export const you = (reader: OnboardingReader) => (reader === 'supplier' ? 'you' : 'the supplier');
const your = (reader: OnboardingReader) => (reader === 'supplier' ? 'your' : "the supplier's");
/** Whether the day as at which it is judged is the reader's own. */
export const isOfToday = ({ judgement, today, kept }: Telling) => judgement.day === today && !kept;
export const onDay = (telling: Telling) =>
  isOfToday(telling) ? 'today' : `on ${formatPlainDate(telling.judgement.day)}`;
export const naming = ({ name, odsCode }: { name: string; odsCode: string }) =>
  `${name} (${odsCode})`;

/** What a check read: '24/25 Standards Met, published on 28 June 2025, under D1001'. */
function readIn(check: ShownCheck, { odsCode }: ToldFacts): string {
  const when =
    check.publishedOn && check.level !== 'not_published'
      ? `, published on ${formatPlainDate(check.publishedOn)}`
      : '';
  const under = check.code === odsCode ? '' : `, under ${check.code}`;
  return `${check.status.trim() || 'no status'}${when}${under}`;
}

/** 'the register of 1 November 2026 has …', 'your check of 2 May 2026 says …'. */
export function says(check: ShownCheck, { facts, reader }: Telling): string {
  const day = formatPlainDate(check.day);
  return check.source === 'register'
    ? `the register of ${day} has ${readIn(check, facts)}`
    : `${your(reader)} check of ${day} says ${readIn(check, facts)}`;
}

export const shown = ({ checks }: ToldFacts, check: DsptCheck | null): ShownCheck | null =>
  checks.find(({ id, source }) => id === check?.id && source === check.source) ?? null;

/** Whom the alert that counts was made to: the organisation itself, or its lead. */
export function alerted({
  facts,
}: Telling): { whom: string; version: string; on: PlainDate } | null {
  const { alert, leadAlert, lead } = facts;
  if (alert.version !== null && alert.alertedOn !== null)
    return { whom: 'them', version: alert.version, on: alert.alertedOn };
  if (!lead || !leadAlert?.version || !leadAlert.alertedOn) return null;
  return {
    whom: `their lead, ${naming(lead)},`,
    version: leadAlert.version,
    on: leadAlert.alertedOn,
  };
}
