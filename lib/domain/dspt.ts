import type { PlainDate } from './dates';

/** A toolkit year as it is written, '25/26': the second year is the first plus one. */
export type Edition = `${number}/${number}`;

/** The five published levels, best first, and whether they pass. Ids never change their meaning. */
export const LEVELS = {
  standards_exceeded: { label: 'Standards Exceeded', passes: true },
  standards_met: { label: 'Standards Met', passes: true },
  approaching_standards: { label: 'Approaching Standards', passes: false },
  standards_not_met: { label: 'Standards Not Met', passes: false },
  not_published: { label: 'Not Published', passes: false },
} as const satisfies Record<string, { label: string; passes: boolean }>;
export type LevelId = keyof typeof LEVELS;
const LEVEL_IDS = Object.keys(LEVELS) as LevelId[];

/** Deadlines that were moved; every other one is 30 June of the edition's second year. */
const MOVED_DEADLINES: Record<string, PlainDate> = {
  '18/19': '2019-03-31',
  '19/20': '2020-09-30',
};
/** The first edition of the toolkit under this name. */
const FIRST_YEAR = 2018;

/** The edition that begins in a four-digit year: 2025 gives '25/26'. */
export function editionOf(firstYear: number): Edition {
  const twoDigits = (year: number) => String(year % 100).padStart(2, '0');
  return `${twoDigits(firstYear)}/${twoDigits(firstYear + 1)}` as Edition;
}

/** Reads 'YY/ZZ' where ZZ is YY plus one; null for anything else. Says nothing about existence. */
export function parseEdition(text: string): Edition | null {
  const match = /^\s*([0-9]{2})\/([0-9]{2})\s*$/.exec(text);
  if (!match || (Number(match[1]) + 1) % 100 !== Number(match[2])) return null;
  return `${match[1]}/${match[2]}` as Edition;
}

const firstYearOf = (edition: Edition) => 2000 + Number(edition.slice(0, 2));

/** The edition after this one. */
export const nextEdition = (edition: Edition): Edition => editionOf(firstYearOf(edition) + 1);
/** The edition before this one. */
export const previousEdition = (edition: Edition): Edition => editionOf(firstYearOf(edition) - 1);

/** The last day on which publishing is in time. */
export function deadlineOf(edition: Edition): PlainDate {
  return MOVED_DEADLINES[edition] ?? (`${firstYearOf(edition) + 1}-06-30` as PlainDate);
}

/** The last day on which the edition is current: the next edition's deadline. */
export const currentUntil = (edition: Edition): PlainDate => deadlineOf(nextEdition(edition));

/**
 * The edition required on a day: the latest whose deadline lies strictly before that day. On
 * 30 June 2026 still 24/25, on 1 July 2026 25/26.
 */
export function requiredEdition(on: PlainDate): Edition {
  const year = Number(on.slice(0, 4));
  const due = editionOf(year - 1);
  return deadlineOf(due) < on ? due : editionOf(year - 2);
}

/** Whether an edition exists on a day: none later than the required one's successor does. */
export function isKnownEdition(edition: Edition, on: PlainDate): boolean {
  return firstYearOf(edition) <= firstYearOf(requiredEdition(on)) + 1;
}

/** Whether an edition satisfies on a day: the one required on it, or the one after that. */
export function isCurrent(edition: Edition, on: PlainDate): boolean {
  const required = requiredEdition(on);
  return edition === required || edition === nextEdition(required);
}

/** The days of an edition: it exists after `after`, is due on `deadline` and current up to `until`. */
export type EditionDays = {
  edition: Edition;
  after: PlainDate;
  deadline: PlainDate;
  until: PlainDate;
};

/** Every edition that text can name with its days, for judging many rows at once. */
export const EDITION_DAYS: readonly EditionDays[] = Array.from({ length: 100 }, (_, index) => {
  const edition = editionOf(2000 + index);
  return {
    edition,
    // Before the year 2000 two digits name another century.
    after: index === 0 ? '2000-06-30' : deadlineOf(previousEdition(edition)),
    deadline: deadlineOf(edition),
    until: currentUntil(edition),
  };
});

/**
 * The editions to choose from on a form, newest first: all that exist on the day, back to the first.
 * Old ones too, since a supplier whose status is stale must be able to say so.
 */
export function editionsOffered(on: PlainDate): Edition[] {
  const newest = firstYearOf(requiredEdition(on)) + 1;
  const length = Math.max(0, newest - FIRST_YEAR + 1);
  return Array.from({ length }, (_, index) => editionOf(newest - index));
}

/** Whether a status was published after its edition's deadline: a flag, never a failure. */
export function isPublishedLate(edition: Edition, publishedOn: PlainDate): boolean {
  return publishedOn > deadlineOf(edition);
}

/** The days on which a status of an edition can have been published, both included. */
export function publicationWindow(edition: Edition): { from: PlainDate; to: PlainDate } {
  return { from: deadlineOf(previousEdition(edition)), to: currentUntil(edition) };
}

/** Whether a date of publication can belong to an edition: see `publicationWindow`. */
export function isPublicationPlausible(edition: Edition, publishedOn: PlainDate): boolean {
  const { from, to } = publicationWindow(edition);
  return publishedOn >= from && publishedOn <= to;
}

export type DsptStatus = { text: string; edition: Edition | null; level: LevelId | null };

/**
 * Reads a published status such as '25/26 Standards Met' or 'Standards Met (19-20)', whatever its
 * case and spacing; `text` is kept as read. The level is null when it is not one of the five, or
 * when an edition is given that cannot be or that does not exist on that day.
 */
export function readDsptStatus(text: string, on: PlainDate): DsptStatus {
  const words = text.trim().replace(/\s+/g, ' ').toLowerCase();
  const parts = /^(?:([0-9]{2} ?\/ ?[0-9]{2})\b ?)?(.*?)(?: ?\(([0-9]{2}-[0-9]{2})\))?$/.exec(
    words,
  );
  const [, prefix, name, suffix] = parts ?? [];
  const given = prefix ?? suffix;
  const edition = given ? parseEdition(given.replace(/ ?[/-] ?/, '/')) : null;
  const known = edition && isKnownEdition(edition, on) ? edition : null;
  const level = LEVEL_IDS.find((id) => LEVELS[id].label.toLowerCase() === name) ?? null;
  const impossible = (given && !known) || (prefix && suffix);
  return { text, edition: impossible ? null : known, level: impossible ? null : level };
}

export type DsptVerdict =
  | 'passes'
  | 'below_standards_met'
  | 'stale'
  | 'not_published'
  | 'unrecognised';
export type DsptReason =
  | 'level_unrecognised'
  | 'edition_unknown'
  | 'not_published'
  | 'below_standards_met'
  | 'edition_missing'
  | 'edition_stale'
  | 'published_late'
  | 'publication_implausible'
  | 'publication_in_future'
  | 'publication_date_missing';
export type DsptClaim = {
  level: LevelId | null;
  edition: Edition | null;
  publishedOn: PlainDate | null;
};
export type DsptJudgement = {
  verdict: DsptVerdict;
  late: boolean;
  implausible: boolean;
  reasons: DsptReason[];
};

function verdictOf({ level, edition }: DsptClaim, on: PlainDate): DsptVerdict {
  if (level === null) return 'unrecognised';
  if (level === 'not_published') return 'not_published';
  if (edition !== null && !isKnownEdition(edition, on)) return 'unrecognised';
  if (!LEVELS[level].passes) return 'below_standards_met';
  return edition !== null && isCurrent(edition, on) ? 'passes' : 'stale';
}

/**
 * Judges a status as at a day (submission, decision, go-live), by the DSPT rules: only Standards
 * Met and Exceeded of a current edition pass; no edition is never current. Every reason is given,
 * also those behind the verdict; lateness and dates are flags, which change no verdict.
 */
export function judgeDspt(claim: DsptClaim, on: PlainDate): DsptJudgement {
  const { level, edition, publishedOn } = claim;
  const published = level !== 'not_published';
  const known = edition !== null && isKnownEdition(edition, on);
  const dated = published && known && publishedOn !== null;
  const late = dated && isPublishedLate(edition, publishedOn);
  const implausible = dated && !isPublicationPlausible(edition, publishedOn);
  const found: [DsptReason, boolean][] = [
    ['level_unrecognised', level === null],
    ['not_published', !published],
    ['below_standards_met', published && level !== null && !LEVELS[level].passes],
    ['edition_missing', published && edition === null],
    ['edition_unknown', published && edition !== null && !known],
    ['edition_stale', published && known && !isCurrent(edition, on)],
    ['published_late', late],
    ['publication_implausible', implausible],
    ['publication_in_future', published && publishedOn !== null && publishedOn > on],
    ['publication_date_missing', published && publishedOn === null],
  ];
  const reasons = found.filter(([, holds]) => holds).map(([reason]) => reason);
  return { verdict: verdictOf(claim, on), late, implausible, reasons };
}
