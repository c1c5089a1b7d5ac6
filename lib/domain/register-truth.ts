import { daysBetween, formatPlainDate, type PlainDate } from './dates';
import { type AnswerValues, declaredClaim } from './declared-dspt';
import { currentUntil, deadlineOf, type Edition, judgeDspt, LEVELS, requiredEdition } from './dspt';
import type { QuestionId } from './questions/types';
import type { RegisterRow } from './register-file';
import { comparedName, holdsName } from './same-name';

/**
 * What the register says beside one answer. `newer`: it holds a newer edition, published since the
 * declaration, with a status that passes; `unclear`: it says too little to compare.
 */
export const TRUTH_STATES = {
  agrees: { label: 'Agrees with the register', colour: 'green' },
  contradicts: { label: 'Differs from the register', colour: 'red' },
  newer: { label: 'The register is newer', colour: 'blue' },
  not_found: { label: 'Not in the register', colour: 'orange' },
  unclear: { label: 'Cannot be compared', colour: 'grey' },
} as const;
export type TruthState = keyof typeof TRUTH_STATES;
/** `words` is a sentence with its full stop, to the reader, naming nobody. */
export type Truth = { questionId: QuestionId; state: TruthState; words: string };

/** What the snapshot in use says of one code; frozen with a declaration as it was then. */
export type RegisterAnswer = {
  snapshotId: string;
  asOf: PlainDate;
  /** Whether the snapshot holds every organisation. */
  complete: boolean;
  /** The row of the code; null when there is none. */
  entry: RegisterRow | null;
};

export type Reader = 'supplier' | 'staff';
export type TruthFacts = {
  values: AnswerValues;
  /** The supplier's name as the portal knows it. */
  organisation: string;
  /** Null while no snapshot is in use. */
  register: RegisterAnswer | null;
  /** The day on which it is asked. */
  on: PlainDate;
  /** The day of submission in London; null for a draft, which can still say what is new. */
  declaredOn: PlainDate | null;
  reader: Reader;
};

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const daysInWords = (days: number) => `${NUMBERS[days] ?? days} ${days === 1 ? 'day' : 'days'}`;

/** The code under which the register is looked up: the DSPT identifier where one is given. */
export function registerCode(values: AnswerValues): string | null {
  const own = values.organisation;
  if (own?.kind !== 'organisation') return null;
  return own.dsptIdentifier || own.odsCode || null;
}

const said = ({ reader }: TruthFacts) => (reader === 'supplier' ? 'You said' : 'The supplier said');

/** ', two days after the deadline' or ', in time': how a date of publication stands to its edition. */
function timeWords({ edition, publishedOn }: RegisterRow): string {
  if (!edition || !publishedOn) return '';
  const late = daysBetween(deadlineOf(edition), publishedOn);
  return late > 0 ? `, ${daysInWords(late)} after the deadline` : '';
}
const statusWords = ({ status }: RegisterRow) => status || 'nothing';

/** The declared edition, where the register holds a newer one that was published since. */
function editionBefore({ values, declaredOn }: TruthFacts, entry: RegisterRow): Edition | null {
  const { edition: own, level } = declaredClaim(values);
  if (!declaredOn || !own || level === 'not_published') return null;
  if (!entry.edition || !entry.publishedOn) return null;
  const since = entry.publishedOn > declaredOn && currentUntil(entry.edition) > currentUntil(own);
  return since ? own : null;
}

type Rule = (facts: TruthFacts, entry: RegisterRow) => Omit<Truth, 'questionId'> | null;

const organisation: Rule = (facts, entry) => {
  const { organisation: own, reader } = facts;
  const [kept, found] = [comparedName(own), comparedName(entry.name)];
  if (holdsName(kept, found) || holdsName(found, kept))
    return { state: 'agrees', words: `The register has ${entry.name} under ${entry.code}.` };
  const who = reader === 'supplier' ? 'You are' : 'The supplier is';
  return {
    state: 'contradicts',
    words: `${who} ${own} here; the register has ${entry.name} under ${entry.code}.`,
  };
};

const choiceOf = (facts: TruthFacts, id: QuestionId) => {
  const value = facts.values[id];
  return value?.kind === 'yes-no-details' ? value.choice : null;
};
const against = (facts: TruthFacts, choice: string, holds: boolean, words: string) => ({
  state: (choice === 'yes') === holds ? ('agrees' as const) : ('contradicts' as const),
  words: `${said(facts)} ${choice}; the register says ${words}.`,
});

const withinDeadline: Rule = (facts, entry) => {
  const choice = choiceOf(facts, 'dspt-within-deadline');
  if (choice === null) return null;
  const { level, edition, publishedOn } = entry;
  if (level === 'not_published') return against(facts, choice, false, statusWords(entry));
  const required = requiredEdition(facts.on);
  if (!edition || edition < required)
    return against(
      ...([facts, choice, false] as const),
      `${statusWords(entry)}, and the edition required is ${required}`,
    );
  if (!publishedOn)
    return { state: 'unclear', words: 'The register gives no date of publication.' };
  const late = publishedOn > deadlineOf(edition);
  const when = `${formatPlainDate(publishedOn)}${timeWords(entry) || ', before the deadline'}`;
  const before = editionBefore(facts, entry);
  if (before && late === (choice === 'yes'))
    return {
      state: 'newer',
      words: `${said(facts)} ${choice}, of ${before}; the register now has ${edition}, published on ${when}.`,
    };
  return against(facts, choice, !late, when);
};

const compliant: Rule = (facts, entry) => {
  const choice = choiceOf(facts, 'dspt-compliant');
  if (choice === null) return null;
  const { verdict } = judgeDspt(entry, facts.on);
  const stale =
    verdict === 'stale' ? `, and the edition required is ${requiredEdition(facts.on)}` : '';
  return against(facts, choice, verdict === 'passes', `${statusWords(entry)}${stale}`);
};

const status: Rule = (facts, entry) => {
  const { level, edition } = declaredClaim(facts.values);
  if (level === null) return null;
  const own = level === 'not_published' ? null : edition;
  if (editionBefore(facts, entry)) {
    const passes = entry.level !== null && LEVELS[entry.level].passes;
    const words = `${said(facts)} ${own} ${LEVELS[level].label}; the register now has ${entry.status}, published since.`;
    return { state: passes ? 'newer' : 'contradicts', words };
  }
  const theirs = entry.level === 'not_published' ? null : entry.edition;
  const words = `${said(facts)} ${own ? `${own} ` : ''}${LEVELS[level].label}; the register says ${statusWords(entry)}.`;
  return { state: level === entry.level && own === theirs ? 'agrees' : 'contradicts', words };
};

const publishedOn: Rule = (facts, entry) => {
  const { publishedOn: own } = declaredClaim(facts.values);
  if (own === null) return null;
  if (!entry.publishedOn)
    return { state: 'unclear', words: 'The register gives no date of publication.' };
  const before = editionBefore(facts, entry);
  if (before) {
    const words = `${said(facts)} ${formatPlainDate(own)}, of ${before}; the register now has ${entry.edition}, published on ${formatPlainDate(entry.publishedOn)}${timeWords(entry)}.`;
    return { state: 'newer', words };
  }
  const words = `${said(facts)} ${formatPlainDate(own)}; the register says ${formatPlainDate(entry.publishedOn)}${timeWords(entry)}.`;
  return { state: own === entry.publishedOn ? 'agrees' : 'contradicts', words };
};

/** What is held against the register, and how. */
const RULES = {
  organisation,
  'dspt-within-deadline': withinDeadline,
  'dspt-compliant': compliant,
  'dspt-status': status,
  'dspt-published-on': publishedOn,
} as const satisfies Partial<Record<QuestionId, Rule>>;
const HELD = Object.keys(RULES) as (keyof typeof RULES)[];

/** Whether the register can speak to a question at all. */
export const isHeldAgainstRegister = (id: QuestionId): boolean => HELD.some((held) => held === id);

/**
 * What the latest snapshot of the public register says beside each answer that it can speak to (the
 * DSPT rules), in the order of the questions: to tell with, never to block. A code that the snapshot
 * does not hold is said once, at the organisation; answers not yet given are left out.
 */
export function registerTruth(facts: TruthFacts): Truth[] {
  const { register, values } = facts;
  const code = registerCode(values);
  if (code === null || register === null) return [];
  const { entry, asOf, complete } = register;
  if (!entry) {
    const partly = complete ? '' : ' It may not hold every organisation.';
    const words = `The register of ${formatPlainDate(asOf)} has no row for ${code}.${partly}`;
    return [{ questionId: 'organisation', state: 'not_found', words }];
  }
  return HELD.flatMap((questionId) => {
    const found = RULES[questionId](facts, entry);
    return found ? [{ questionId, ...found }] : [];
  });
}

/** What stands beside one answer: what the register says, and how it compares once there is an answer. */
export type BesideAnswer = { asOf: PlainDate | null; truth: Truth | null; says: string | null };

const saysOf = (id: QuestionId, entry: RegisterRow): string => {
  if (id === 'organisation') return `It has ${entry.name} under ${entry.code}.`;
  const when = entry.publishedOn
    ? `, published on ${formatPlainDate(entry.publishedOn)}${timeWords(entry)}`
    : '';
  return `It says ${statusWords(entry)} for ${entry.code}${when}.`;
};

/** What the register said when a declaration was made, as a sentence for its record. */
export function registerSays(frozen: RegisterAnswer | null): string {
  if (!frozen) return 'Not held against it: none was in use.';
  const { asOf, entry } = frozen;
  const when = entry?.publishedOn ? `, published on ${formatPlainDate(entry.publishedOn)}` : '';
  const says = entry
    ? `${statusWords(entry)} for ${entry.name} (${entry.code})${when}`
    : 'no row for this organisation';
  return `The register of ${formatPlainDate(asOf)} said: ${says}.`;
}

/**
 * What is shown of the register beside one question (the DSPT rules); null for a question that it
 * cannot speak to. With `asOf` null no register is in use: that is said, and blocks nothing.
 */
export function besideAnswer(facts: TruthFacts, id: QuestionId): BesideAnswer | null {
  if (!isHeldAgainstRegister(id)) return null;
  const { register } = facts;
  if (!register) return { asOf: null, truth: null, says: null };
  const all = registerTruth(facts);
  const truth = all.find(({ questionId }) => questionId === id) ?? null;
  const code = registerCode(facts.values);
  const says = register.entry ? saysOf(id, register.entry) : code && `It has no row for ${code}.`;
  return { asOf: register.asOf, truth, says };
}
