import { LABEL_SEPARATOR } from './case-figures';
import type { PlainDate } from './dates';
import { type Period, periodsBetween } from './figure-periods';
import type { FigureSum } from './figure-sums';
import { type QuestionId, REASONS, type ReasonId } from './questions/types';

/** The measures that tell why more was asked for. */
export const WHY_MEASURES = ['responded', 'asked', 'reason'] as const;

type Counted = { asked: number; share: number | null };
export type WhyReason = { questionId: QuestionId; reason: ReasonId; cases: number };
/** Of so many rounds that were responded to by one version of the guidance, in how many each question was asked about. */
export type WhyVersion = {
  version: string;
  responded: number;
  questions: Map<QuestionId, Counted>;
};
export type Why = {
  /** Rounds that were responded to. */
  responded: number;
  questions: Map<QuestionId, Counted>;
  /** The most frequent first. */
  reasons: WhyReason[];
  /** The newest version first. */
  versions: WhyVersion[];
  periods: { startsOn: PlainDate; responded: number; questions: Map<QuestionId, number> }[];
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

const shares = (asked: Map<QuestionId, number>, responded: number): Map<QuestionId, Counted> =>
  new Map(
    [...asked].map(([id, cases]) => [
      id,
      { asked: cases, share: responded === 0 ? null : cases / responded },
    ]),
  );

/**
 * Why suppliers were asked for more: by question and reason, over time, and by the version of the
 * guidance that the answers were given under, so that a change of wording shows its effect.
 */
export function whyOf(
  sums: readonly FigureSum[],
  period: Period,
  from: PlainDate,
  to: PlainDate,
): Why {
  const of = (measure: FigureSum['measure']) => sums.filter((sum) => sum.measure === measure);
  const [responded, asked, reasons] = [of('responded'), of('asked'), of('reason')];
  const byVersion = counts(responded, ({ label }) => label);
  const versions = [
    ...new Set([...byVersion.keys(), ...asked.map((sum) => partsOf(sum)[1] ?? '')]),
  ];
  const reasonsOf = counts(reasons, (sum) => {
    const [question, , reason] = partsOf(sum);
    return `${question}${LABEL_SEPARATOR}${reason}`;
  });
  return {
    responded: total(responded),
    questions: shares(counts(asked, questionOf), total(responded)),
    reasons: [...reasonsOf]
      .map(([key, cases]) => {
        const [questionId, reason] = key.split(LABEL_SEPARATOR) as [QuestionId, ReasonId];
        return { questionId, reason, cases };
      })
      .sort(
        (a, b) => b.cases - a.cases || REASONS[a.reason].localeCompare(REASONS[b.reason], 'en-GB'),
      ),
    versions: versions
      .sort()
      .reverse()
      .map((version) => {
        const all = byVersion.get(version) ?? 0;
        const own = asked.filter((sum) => partsOf(sum)[1] === version);
        return { version, responded: all, questions: shares(counts(own, questionOf), all) };
      }),
    periods: periodsBetween(period, from, to).map((startsOn) => ({
      startsOn,
      responded: total(responded.filter((sum) => sum.startsOn === startsOn)),
      questions: counts(
        asked.filter((sum) => sum.startsOn === startsOn),
        questionOf,
      ),
    })),
  };
}
