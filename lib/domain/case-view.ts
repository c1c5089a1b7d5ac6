import { type AnswerLine, answerLines } from './answer-words';
import {
  answerIn,
  isSameWithFiles,
  type ReviewedRound,
  type Standing,
  standings,
} from './carried-verdicts';
import { type CaseFile, caseFiles } from './case-files';
import { CERTIFICATE_POINT, certificateOf } from './certificate';
import { londonDate } from './clock';
import type { PlainDate } from './dates';
import type { FrozenAnswer } from './declaration';
import type { FileToday } from './evidence-file';
import { type Flag, flagsOf } from './flags';
import { type Guidance, reasonsUnder } from './guidance';
import { questionOf } from './questions/catalogue';
import type { QuestionId } from './questions/types';
import type { Review } from './review';
import { type DiffPiece, diffWords } from './word-diff';

export type ShownReview = Review & { version: number; reviewerName: string; reviewedAt: Date };
export type ShownNote = { id: string; body: string; by: string; at: Date; round: number };

/** One part of an answer, then and now; `pieces` mark the words that changed. */
export type ChangedPart = { label: string; pieces: DiffPiece[] };
/** What the supplier did with a question since the round before. */
export type Change = {
  changed: boolean;
  /** Whether the request asked about it. */
  asked: boolean;
  /** The supplier's reason for opening it unasked; null when it was not opened that way. */
  reason: string | null;
  parts: ChangedPart[];
};

/** A coverage point; the hint says what a mark means where it means more than itself. */
export type ShownPoint = { id: string; text: string; hint: string | null };

/** One question as the assessor's screen shows it. */
export type CaseQuestion = {
  id: QuestionId;
  number: string | null;
  title: string;
  short: string;
  hint: readonly string[];
  parts: AnswerLine[];
  ticked: readonly string[];
  files: CaseFile[];
  flags: Flag[];
  standing: Standing;
  /** The review given in this round, for its form. */
  own: ShownReview | null;
  /** The review that is in force or was the last before it, with the round it was given in. */
  last: (ShownReview & { round: number }) | null;
  /** Null in the first round. */
  change: Change | null;
  points: readonly ShownPoint[];
  reasons: readonly { id: string; text: string }[];
  notes: ShownNote[];
};

export type ShownRound = ReviewedRound & {
  submittedAt: Date;
  reviews: ReadonlyMap<QuestionId, ShownReview>;
};

type CaseReading = { rounds: readonly ShownRound[]; guidance: Guidance; today: PlainDate };

function changedParts(before: FrozenAnswer | undefined, after: FrozenAnswer): ChangedPart[] {
  const question = { ...questionOf(after.questionId), coveragePoints: after.coveragePoints };
  const earlier = before ? answerLines(question, before.fields) : [];
  const now = answerLines(question, after.fields);
  const labels = [...new Set([...now, ...earlier].map((part) => part.label))];
  const textOf = (parts: AnswerLine[], label: string) =>
    parts.find((part) => part.label === label)?.text ?? '';
  return labels
    .map((label) => ({ label, before: textOf(earlier, label), after: textOf(now, label) }))
    .filter((part) => part.before !== part.after)
    .map(({ label, ...part }) => ({ label, pieces: diffWords(part.before, part.after) }));
}

function changeOf(
  rounds: readonly ShownRound[],
  answer: FrozenAnswer,
  asked: ReadonlySet<QuestionId>,
): Change | null {
  const [now, before] = [rounds.at(-1), rounds.at(-2)];
  if (!now || !before) return null;
  const id = answer.questionId;
  const earlier = answerIn(before.frozen, id);
  const unrequested = now.frozen.unrequested.find((each) => each.questionId === id);
  return {
    changed: !earlier || !isSameWithFiles(earlier, answer),
    asked: asked.has(id),
    reason: unrequested?.reason ?? null,
    parts: changedParts(earlier, answer),
  };
}

function pointsOf({ coveragePoints, value }: FrozenAnswer): ShownPoint[] {
  const certified = certificateOf(value) !== null;
  return coveragePoints.map((point) => ({
    ...point,
    hint:
      certified && point.id === CERTIFICATE_POINT
        ? 'Covered if this verdict relies on it: an approval is then assured until it expires at the latest'
        : null,
  }));
}

function lastReview(rounds: readonly ShownRound[], id: QuestionId) {
  const last = rounds.findLast((round) => round.reviews.has(id));
  const review = last?.reviews.get(id);
  return last && review ? { ...review, round: last.round } : null;
}

/**
 * The questions of the round under review as an assessor reads them: answer, flags as at submission
 * and `today`, the verdict in force, what changed since the round before, and the reasons that its
 * guidance offers. `asked` are the questions of the request that this round answers, `files` what is
 * known today of each file.
 */
export function caseQuestions(
  { rounds, guidance, today }: CaseReading,
  asked: ReadonlySet<QuestionId>,
  notes: ReadonlyMap<QuestionId, ShownNote[]>,
  files: ReadonlyMap<string, FileToday> = new Map(),
): CaseQuestion[] {
  const now = rounds.at(-1);
  if (!now) return [];
  const submittedOn = londonDate(now.submittedAt);
  const flags = flagsOf(now.frozen, { submittedOn, today });
  const all = standings(rounds);
  return now.frozen.answers.map((answer) => {
    const id = answer.questionId;
    const question = questionOf(id);
    const own = now.reviews.get(id) ?? null;
    return {
      ...{ id, number: answer.number, title: answer.title, short: question.short },
      hint: answer.hint,
      // What was ticked stands beside the points themselves.
      parts: answerLines(question, { ...answer.fields, covered: [] }).filter(
        (line) => line.text !== '',
      ),
      ticked: answer.value.kind === 'yes-no-details' ? answer.value.covered : [],
      files: caseFiles(answer, rounds, files),
      flags: flags.get(id) ?? [],
      standing: all.get(id) ?? { from: 'none', earlier: null },
      own,
      last: lastReview(rounds, id),
      change: changeOf(rounds, answer, asked),
      points: pointsOf(answer),
      reasons: reasonsUnder(guidance, id),
      notes: notes.get(id) ?? [],
    };
  });
}

export type EarlierRound = {
  round: number;
  submittedAt: Date;
  signatory: string;
  questions: CaseQuestion[];
};

/** The rounds before the last, each as it was read then: answers, and the verdicts of its day. */
export function earlierRounds(
  rounds: readonly (ShownRound & { signatoryName: string })[],
  guidance: Guidance,
): EarlierRound[] {
  return rounds.slice(0, -1).map(({ round, submittedAt, signatoryName }, index) => ({
    ...{ round, submittedAt, signatory: signatoryName },
    questions: caseQuestions(
      { rounds: rounds.slice(0, index + 1), guidance, today: londonDate(submittedAt) },
      new Set(),
      new Map(),
    ),
  }));
}

/** True for what an assessor looks at first in a later round; the rest is folded with its verdict. */
export const isFresh = ({ change, standing }: CaseQuestion): boolean =>
  change === null ||
  change.changed ||
  change.asked ||
  change.reason !== null ||
  standing.from === 'none';

export type Tally = { sufficient: number; insufficient: number; notMet: number; open: number };

/** How many questions stand where: '4 sufficient, 1 insufficient, 2 to review'. */
export function tallyOf(questions: readonly Pick<CaseQuestion, 'standing'>[]): Tally {
  const count = (verdict: string | null) =>
    questions.filter(
      ({ standing }) => (standing.from === 'none' ? null : standing.verdict) === verdict,
    ).length;
  return {
    sufficient: count('sufficient'),
    insufficient: count('insufficient'),
    notMet: count('not_met'),
    open: count(null),
  };
}

/** The tally in words, without what is not there; 'to review' is always said. */
export function tallyWords({ sufficient, insufficient, notMet, open }: Tally): string {
  const words = [
    sufficient > 0 ? `${sufficient} sufficient` : '',
    insufficient > 0 ? `${insufficient} insufficient` : '',
    notMet > 0 ? `${notMet} not met` : '',
    open > 0 ? `${open} to review` : 'none left to review',
  ];
  return words.filter(Boolean).join(', ');
}

/**
 * The next question without a verdict: first after the one named, then from the start; what changed
 * comes before what did not, as on the screen. Null when none is left.
 */
export function nextToReview(
  questions: readonly CaseQuestion[],
  after: string | null = null,
): QuestionId | null {
  const order = [...questions.filter(isFresh), ...questions.filter((each) => !isFresh(each))];
  const place = order.findIndex(({ id }) => id === after);
  const round = [...order.slice(place + 1), ...order.slice(0, place + 1)];
  return round.find(({ standing }) => standing.from === 'none')?.id ?? null;
}
