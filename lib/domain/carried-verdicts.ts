import type { FrozenAnswer, FrozenDeclaration } from './declaration';
import type { AnswerValue, QuestionId } from './questions/types';
import type { Verdict } from './review';

/** One round: its declaration, and the verdicts given on it. */
export type ReviewedRound = {
  round: number;
  frozen: Pick<FrozenDeclaration, 'answers' | 'unrequested'>;
  verdicts: Partial<Record<QuestionId, Verdict>>;
};

/** Why an earlier verdict no longer holds. */
export type Withdrawal = 'changed' | 'unlocked' | 'insufficient';

/**
 * The verdict on a question in the round under review, and where it came from. `carried` names the
 * round in which it was given. `none` with an earlier verdict says why that one no longer holds.
 */
export type Standing =
  | { from: 'own'; verdict: Verdict; round: number }
  | { from: 'carried'; verdict: Verdict; round: number }
  | { from: 'none'; earlier: { verdict: Verdict; round: number; why: Withdrawal } | null };

/** The answer to one question in a declaration; undefined where it did not apply. */
export const answerIn = (
  frozen: Pick<FrozenDeclaration, 'answers'>,
  id: QuestionId,
): FrozenAnswer | undefined => frozen.answers.find((answer) => answer.questionId === id);

/** The questions of a declaration: those that applied when it was submitted. */
export const questionsIn = (frozen: Pick<FrozenDeclaration, 'answers'>): QuestionId[] =>
  frozen.answers.map((answer) => answer.questionId);

/** True when two answers say the same: as read, whatever way a date was typed or in which order ticks came. */
function isSameAnswer(a: AnswerValue, b: AnswerValue): boolean {
  const plain = (value: AnswerValue) =>
    JSON.stringify(
      value.kind === 'yes-no-details' ? { ...value, covered: [...value.covered].sort() } : value,
      (_, part) =>
        part !== null && typeof part === 'object' && !Array.isArray(part)
          ? Object.fromEntries(Object.entries(part).sort(([x], [y]) => (x < y ? -1 : 1)))
          : part,
    );
  return plain(a) === plain(b);
}

/** The same answer with the same files and their dates: anything else changes what a verdict was on. */
export const isSameWithFiles = (a: FrozenAnswer, b: FrozenAnswer): boolean => {
  const files = ({ evidence = [] }: FrozenAnswer) =>
    evidence.map((file) => `${file.sha256} ${file.effectiveFrom} ${file.expiresOn}`).sort();
  return isSameAnswer(a.value, b.value) && files(a).join() === files(b).join();
};

function withdrawal(verdict: Verdict, now: ReviewedRound, before: ReviewedRound, id: QuestionId) {
  if (verdict === 'insufficient') return 'insufficient';
  if (now.frozen.unrequested.some((unlocked) => unlocked.questionId === id)) return 'unlocked';
  const [after, earlier] = [answerIn(now.frozen, id), answerIn(before.frozen, id)];
  const same = after && earlier && isSameWithFiles(after, earlier);
  return same ? null : 'changed';
}

function standingOf(rounds: readonly ReviewedRound[], id: QuestionId): Standing {
  const now = rounds.at(-1);
  if (!now) return { from: 'none', earlier: null };
  const own = now.verdicts[id];
  if (own) return { from: 'own', verdict: own, round: now.round };
  const before = rounds.at(-2);
  if (!before || !answerIn(before.frozen, id)) return { from: 'none', earlier: null };
  const standing = standingOf(rounds.slice(0, -1), id);
  if (standing.from === 'none') return standing;
  const { verdict, round } = standing;
  const why = withdrawal(verdict, now, before, id);
  return why === null
    ? { from: 'carried', verdict, round }
    : { from: 'none', earlier: { verdict, round, why } };
}

/**
 * The verdict in force on each question of the last round, derived and never copied (domain, the
 * question review): one given in this round; else that of the round before, if the answer has not
 * changed since, it was not insufficient, and the supplier did not open the question unasked.
 * `rounds` are in order, the one under review last.
 */
export function standings(rounds: readonly ReviewedRound[]): Map<QuestionId, Standing> {
  const last = rounds.at(-1);
  const ids = last ? questionsIn(last.frozen) : [];
  return new Map(ids.map((id) => [id, standingOf(rounds, id)]));
}

/** The verdicts in force, without where they came from: what decisions and requests look at. */
export function verdictsInForce(
  all: ReadonlyMap<QuestionId, Standing>,
): Partial<Record<QuestionId, Verdict>> {
  const inForce: Partial<Record<QuestionId, Verdict>> = {};
  for (const [id, standing] of all) if (standing.from !== 'none') inForce[id] = standing.verdict;
  return inForce;
}
