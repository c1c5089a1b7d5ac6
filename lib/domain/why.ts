import { LABEL_SEPARATOR } from './case-figures';
import type { PlainDate } from './dates';
import { type Period, periodsBetween } from './figure-periods';
import type { FigureSum } from './figure-sums';
import { type Guidance, numberIn, reasonText } from './guidance';
import type { QuestionId, ReasonId } from './questions/types';

/** The measures that tell why more was asked for. */
export const WHY_MEASURES = ['requested', 'asked', 'reason'] as const;

/** How many requests asked about a question, and which share of all of them that is, 0 to 1. */
type Counted = { asked: number; share: number | null };
export type WhyReason = { questionId: QuestionId; reason: ReasonId; text: string; cases: number };
/** Of so many requests about declarations by one version of the guidance, how many asked about each question. */
export type WhyVersion = {
  version: string;
  requests: number;
  questions: Map<QuestionId, Counted>;
};
export type Why = {
  /** Requests for more information that were sent. */
  requests: number;
  questions: Map<QuestionId, Counted>;
  /** The most frequent first. */
  reasons: WhyReason[];
  /** The newest version first. */
  versions: WhyVersion[];
  periods: { startsOn: PlainDate; requests: number; questions: Map<QuestionId, number> }[];
};

const partsOf = ({ label }: FigureSum) => label.split(LABEL_SEPARATOR);
const questionOf = (sum: FigureSum) => partsOf(sum)[0] as QuestionId;
const total = (sums: readonly FigureSum[]) => sums.reduce((sum, { cases }) => sum + cases, 0);

/** The sums by a key, with how many cases each has. */
function counts<K>(sums: readonly FigureSum[], key: (sum: FigureSum) => K): Map<K, number> {
  const found = new Map<K, number>();
  for (const sum of sums) found.set(key(sum), (found.get(key(sum)) ?? 0) + sum.cases);
  return found;
}

const shares = (asked: Map<QuestionId, number>, requests: number): Map<QuestionId, Counted> =>
  new Map(
    [...asked].map(([id, cases]) => [
      id,
      { asked: cases, share: requests === 0 ? null : cases / requests },
    ]),
  );

/**
 * Why suppliers were asked for more: by question and reason, over time, and by the version of the
 * guidance that the answers were given under, so that a change of wording shows its effect. A reason
 * has the words of the newest version, which knows every reason that there ever was.
 */
export function whyOf(
  sums: readonly FigureSum[],
  period: Period,
  from: PlainDate,
  to: PlainDate,
  newest: Pick<Guidance, 'reasons'>,
): Why {
  const of = (measure: FigureSum['measure']) => sums.filter((sum) => sum.measure === measure);
  const [requested, asked, reasons] = [of('requested'), of('asked'), of('reason')];
  const byVersion = counts(requested, ({ label }) => label);
  const versions = [
    ...new Set([...byVersion.keys(), ...asked.map((sum) => partsOf(sum)[1] ?? '')]),
  ];
  const reasonsOf = counts(reasons, (sum) => {
    const [question, , reason] = partsOf(sum);
    return `${question}${LABEL_SEPARATOR}${reason}`;
  });
  return {
    requests: total(requested),
    questions: shares(counts(asked, questionOf), total(requested)),
    reasons: [...reasonsOf]
      .map(([key, cases]) => {
        const [questionId, reason] = key.split(LABEL_SEPARATOR) as [QuestionId, ReasonId];
        return { questionId, reason, text: reasonText(newest, reason), cases };
      })
      .sort((a, b) => b.cases - a.cases || a.text.localeCompare(b.text, 'en-GB')),
    versions: versions
      .sort((a, b) => numberIn(b) - numberIn(a) || (a < b ? 1 : -1))
      .map((version) => {
        const all = byVersion.get(version) ?? 0;
        const own = asked.filter((sum) => partsOf(sum)[1] === version);
        return { version, requests: all, questions: shares(counts(own, questionOf), all) };
      }),
    periods: periodsBetween(period, from, to).map((startsOn) => ({
      startsOn,
      requests: total(requested.filter((sum) => sum.startsOn === startsOn)),
      questions: counts(
        asked.filter((sum) => sum.startsOn === startsOn),
        questionOf,
      ),
    })),
  };
}
