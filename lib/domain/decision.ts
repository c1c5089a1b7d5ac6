import type { PlainDate } from './dates';
import { namesOf, QUESTIONS, questionOf } from './questions/catalogue';
import { QUESTION_IDS, type QuestionId } from './questions/types';
import { type FieldProblem, invalid, ok, type Result, refused } from './result';
import type { Verdict } from './review';

export const OUTCOMES = ['approved', 'approved_with_conditions', 'rejected'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const OUTCOME_LABELS: Record<Outcome, string> = {
  approved: 'Approval',
  approved_with_conditions: 'Approval with conditions',
  rejected: 'Rejection',
};

export const RECOMMENDATION_STATUSES = ['open', 'recalled', 'sent_back', 'confirmed'] as const;
export type RecommendationStatus = (typeof RECOMMENDATION_STATUSES)[number];

/** An approval's own machine, apart from the application that earned it. */
export const APPROVAL_STATUSES = [
  'in_force',
  'suspended',
  'lapsed',
  'superseded',
  'ended',
] as const;
export type ApprovalStatus = (typeof APPROVAL_STATUSES)[number];
export const APPROVAL_TRANSITIONS = [
  { from: 'in_force', to: 'suspended' },
  { from: 'suspended', to: 'in_force' },
  { from: 'in_force', to: 'lapsed' },
  { from: 'suspended', to: 'lapsed' },
  { from: 'in_force', to: 'superseded' },
  { from: 'suspended', to: 'superseded' },
  { from: 'lapsed', to: 'superseded' },
  { from: 'in_force', to: 'ended' },
  { from: 'suspended', to: 'ended' },
  { from: 'lapsed', to: 'ended' },
] as const satisfies readonly { from: ApprovalStatus; to: ApprovalStatus }[];

/** What the supplier must still do, and by which day ('yyyy-mm-dd'). */
export type DecisionCondition = { questionId: QuestionId; text: string; dueOn: PlainDate };

export type DecisionFacts = {
  /** Questions that apply to the declaration under review. */
  applicable: readonly QuestionId[];
  verdicts: Partial<Record<QuestionId, Verdict>>;
  /** The declared status, judged on the day of decision. */
  dsptPasses: boolean;
  requestsSent: number;
  requestsMost: number;
  /** True when a request of this round ran out unanswered. */
  requestExpired: boolean;
};

export type OutcomeAnswer = { outcome: Outcome; permitted: boolean; why: string | null };

const theyAre = (ids: readonly QuestionId[]): string =>
  `${namesOf(ids)} ${ids.length === 1 ? 'is' : 'are'}`;

function obstacle(outcome: Outcome, facts: DecisionFacts): string | null {
  const open = facts.applicable.filter((id) => facts.verdicts[id] === undefined);
  if (open.length > 0) return `${theyAre(open)} not reviewed yet`;
  const insufficient = facts.applicable.filter((id) => facts.verdicts[id] === 'insufficient');
  const notMet = facts.applicable.filter((id) => facts.verdicts[id] === 'not_met');
  if (outcome === 'rejected') {
    const asked = facts.requestsSent >= facts.requestsMost || facts.requestExpired;
    const last = asked || notMet.length > 0 || !facts.dsptPasses;
    if (insufficient.length > 0 && !last)
      return `What is missing in ${namesOf(insufficient)} must be asked for first`;
    return null;
  }
  if (!facts.dsptPasses)
    return 'The declared DSPT status does not pass today, so only rejection is possible';
  if (insufficient.length > 0) return `${theyAre(insufficient)} insufficient`;
  if (outcome === 'approved' && notMet.length > 0) return `${theyAre(notMet)} not met`;
  if (outcome === 'approved_with_conditions' && notMet.length === 0)
    return 'Every question is sufficient, so there is nothing to put a condition on';
  return null;
}

/**
 * Which outcomes may be recommended and confirmed, each with why not (domain, guards): approval
 * needs every applicable question sufficient; conditions stand for what is not met; a status that
 * does not pass on the day permits rejection only; what is missing is asked for before a rejection,
 * unless the supplier let the request run out.
 */
export function permittedOutcomes(facts: DecisionFacts): OutcomeAnswer[] {
  return OUTCOMES.map((outcome) => {
    const why = obstacle(outcome, facts);
    return { outcome, permitted: why === null, why };
  });
}

/**
 * Checks a recommendation. Problems: `outcome` refused with its reason; `reasons` empty for a
 * rejection; `condition-<question>` and `dueOn-<question>` where a question that is not met has no
 * condition with a day after `today` ('yyyy-mm-dd').
 */
export function checkRecommendation(
  facts: DecisionFacts,
  outcome: Outcome,
  reasons: string,
  conditions: readonly DecisionCondition[],
  today: PlainDate,
): Result<DecisionCondition[]> {
  const why = obstacle(outcome, facts);
  if (why !== null) return refused('outcome_not_permitted', why);
  const problems: FieldProblem[] = [];
  if (outcome === 'rejected' && reasons.trim() === '')
    problems.push({ field: 'reasons', message: 'Enter the reasons for rejection' });
  if (outcome !== 'approved_with_conditions')
    return problems.length > 0 ? invalid(...problems) : ok([]);
  const notMet = facts.applicable.filter((id) => facts.verdicts[id] === 'not_met');
  for (const id of notMet) {
    const found = conditions.find((condition) => condition.questionId === id);
    const what = questionOf(id).number ?? questionOf(id).short;
    if (!found || found.text.trim() === '')
      problems.push({ field: `condition-${id}`, message: `Enter the condition for ${what}` });
    const due = `date of the condition for ${what}`;
    if (!found) problems.push({ field: `dueOn-${id}-day`, message: `Enter the due ${due}` });
    else if (found.dueOn <= today)
      problems.push({ field: `dueOn-${id}-day`, message: `Due ${due} must be in the future` });
  }
  if (problems.length > 0) return invalid(...problems);
  return ok(conditions.filter((condition) => notMet.includes(condition.questionId)));
}

/** True when the id is one of a question: for ids that come out of a form. */
export const isQuestionId = (id: string): id is QuestionId =>
  (QUESTION_IDS as readonly string[]).includes(id) && QUESTIONS.some((q) => q.id === id);
