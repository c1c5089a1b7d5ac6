import type { Calendar } from './calendar';
import { londonDate, splitClock, workingDaysBetween } from './clock';
import type { PlainDate } from './dates';
import type { Outcome } from './decision';
import type { QuestionId, ReasonId } from './questions/types';
import { countedTurns, holdingsOf, isTakenBack, type Turn } from './turns';

/** What is counted of cases; what `label` and `value` hold beside each. Days are working days. */
const MEASURES = {
  /** A declaration came; label: its round. */
  received: 'round',
  /** The first response to a round; value: days since it came; label: the guidance's version. */
  responded: 'version',
  /** A decision was made; value: days since the first submission; label: the outcome. */
  decided: 'outcome',
  /** With each decision the days of each side, and those of the assessor and the second person together. */
  supplier_days: null,
  assessor_days: null,
  second_person_days: null,
  our_days: null,
  /** With each decision, value: how many rounds it took. */
  rounds: null,
  /** With each first decision, value: 1 where it approved what was declared first, else 0. */
  approved_first_time: null,
  /** A case was withdrawn. */
  withdrawn: null,
  /** A request for more information was sent; label: the guidance's version. */
  requested: 'version',
  /** A question was asked about in a request, once in each; label: question and version. */
  asked: 'question version',
  /** And why; label: question, version and reason. */
  reason: 'question version reason',
} as const;
export type Measure = keyof typeof MEASURES;
export const MEASURE_IDS = Object.keys(MEASURES) as Measure[];

/** One thing that is counted: on which day, by whose hand (null: nobody's of the staff). */
export type CaseFigure = {
  measure: Measure;
  on: PlainDate;
  assessorId: string | null;
  label: string;
  value: number;
};

/** A request for more information as it was sent, with the round that it answers. */
export type SentRequest = {
  round: number;
  at: Date;
  by: string;
  items: readonly { questionId: QuestionId; reasons: readonly ReasonId[] }[];
};

/** What a case's figures are worked out from; everything oldest first. */
export type FigureFacts = {
  turns: readonly (Turn & { by: string | null })[];
  /** One for each turn `decision.confirmed`. */
  outcomes: readonly Outcome[];
  requests: readonly SentRequest[];
  /** The guidance's version of each round's declaration, by round. */
  versions: Readonly<Record<number, string>>;
};

const APPROVES: readonly Outcome[] = ['approved', 'approved_with_conditions'];
/** What a label's parts are joined by; no id of a question, a reason or a version holds it. */
export const LABEL_SEPARATOR = ' ';
const labelOf = (...parts: string[]) => parts.join(LABEL_SEPARATOR);

type Walk = {
  figures: CaseFigure[];
  round: number;
  /** When the round came that nobody has responded to yet. */
  waitingSince: Date | null;
  /** Where the present stretch of the case begins among the turns: after the last decision. */
  from: number;
  recommendedBy: string | null;
  decisions: number;
};

/** What a decision says, once the turns up to it are walked. */
function decided(
  calendar: Calendar,
  facts: FigureFacts,
  walk: Walk,
  stretch: readonly Turn[],
  at: Date,
): CaseFigure[] {
  const outcome = facts.outcomes[walk.decisions];
  if (!outcome) throw new Error('a decision without its outcome');
  const days = splitClock(calendar, holdingsOf(countedTurns(stretch)), at);
  const ours = days.assessor + days.secondPerson;
  const figure = (measure: Measure, value: number, label = ''): CaseFigure => ({
    ...{ measure, on: londonDate(at), assessorId: walk.recommendedBy, label, value },
  });
  const figures = [
    figure('decided', days.supplier + ours, outcome),
    figure('supplier_days', days.supplier),
    figure('assessor_days', days.assessor),
    figure('second_person_days', days.secondPerson),
    figure('our_days', ours),
    figure('rounds', walk.round),
  ];
  if (walk.decisions > 0) return figures;
  const atOnce = walk.round === 1 && APPROVES.includes(outcome);
  return [...figures, figure('approved_first_time', atOnce ? 1 : 0)];
}

function respond(
  calendar: Calendar,
  facts: FigureFacts,
  walk: Walk,
  at: Date,
  by: string | null,
): void {
  if (!walk.waitingSince) return;
  const value = workingDaysBetween(calendar, londonDate(walk.waitingSince), londonDate(at));
  const label = facts.versions[walk.round] ?? '';
  walk.figures.push({ measure: 'responded', on: londonDate(at), assessorId: by, label, value });
  walk.waitingSince = null;
}

function asked(facts: FigureFacts): CaseFigure[] {
  return facts.requests.flatMap(({ round, at, by, items }) => {
    const version = facts.versions[round] ?? '';
    const figure = (measure: Measure, label: string): CaseFigure => ({
      ...{ measure, on: londonDate(at), assessorId: by, label, value: 0 },
    });
    const about = items.flatMap(({ questionId, reasons }) => [
      figure('asked', labelOf(questionId, version)),
      ...reasons.map((reason) => figure('reason', labelOf(questionId, version, reason))),
    ]);
    return [figure('requested', version), ...about];
  });
}

/** False where a decision has no outcome: nothing can be counted of such a case until that is mended. */
export const isCountable = ({ turns, outcomes }: FigureFacts): boolean =>
  turns.filter(({ type }) => type === 'decision.confirmed').length <= outcomes.length;

/**
 * Everything that is counted of one case, from its history (the clock; managers' figures). A
 * submission that was taken back counts as none. The first response to a round is the first request
 * or recommendation after it; days before it are the assessor's. A review that was upheld begins
 * anew, as a round of its own does. Days are working days in London. No problems.
 */
export function figuresOf(calendar: Calendar, facts: FigureFacts): CaseFigure[] {
  const { turns } = facts;
  const walk: Walk = {
    ...{ figures: [], round: 0, waitingSince: null, from: 0, recommendedBy: null, decisions: 0 },
  };
  turns.forEach(({ type, at, by }, index) => {
    const on = londonDate(at);
    const figure = { on, assessorId: null, value: 0 };
    if (isTakenBack(turns, index)) return;
    if (type === 'application.submitted') {
      walk.round += 1;
      walk.waitingSince = at;
      walk.figures.push({ ...figure, measure: 'received', label: String(walk.round) });
    } else if (type === 'review.upheld') {
      walk.waitingSince = at;
      walk.from = index;
    } else if (type === 'request.sent' || type === 'decision.recommended') {
      if (type === 'decision.recommended') walk.recommendedBy = by;
      respond(calendar, facts, walk, at, by);
    } else if (type === 'application.withdrawn') {
      walk.figures.push({ ...figure, measure: 'withdrawn', label: '' });
    } else if (type === 'decision.confirmed') {
      walk.figures.push(...decided(calendar, facts, walk, turns.slice(walk.from, index), at));
      walk.decisions += 1;
    }
  });
  return [...walk.figures, ...asked(facts)];
}
