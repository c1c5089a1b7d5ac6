import type { Known } from '@/lib/domain/charts/scale';
import {
  sayValue,
  shortValue,
  trendSentence,
  type Unit,
  WORKING_DAYS,
} from '@/lib/domain/charts/words';
import type { Flow, Within } from '@/lib/domain/flow';
import { formatNumber } from '@/lib/format';

export const percent = (share: Known): Known => (share === null ? null : Math.round(share * 100));
/** To a tenth: what is written and drawn of a mean. */
export const tenth = (mean: Known): Known => (mean === null ? null : Math.round(mean * 10) / 10);

type Compared = { measure: string; of: string; unit: Unit; now: Known; before: Known };

/** A sentence, and after it whether its figure rose or fell, where there is an earlier one. */
export function withTrend(sentence: string, compared: Compared, beforeName: string): string {
  const { now, before } = compared;
  if (now === null || before === null) return sentence;
  return `${sentence} ${trendSentence({ ...compared, beforeName })}`;
}

/** 'Target: 10 working days', or, where it changed, from which week or month on it was what. */
export function targetWords(labels: readonly string[], values: readonly number[]): string {
  const [first = 0, ...later] = values;
  const changes = later.flatMap((value, index) => {
    if (value === values[index]) return [];
    const label = labels[index + 1]?.replace(/^Week/, 'the week').replace(', so far', '');
    return [`${shortValue(value, WORKING_DAYS)} from ${label}`];
  });
  const began = `Target: ${sayValue(first, WORKING_DAYS)}`;
  return [changes.length > 0 ? `${began} at first` : began, ...changes].join(', then ');
}

/** How the values of a figure lie. */
export function orLess({ cases, eightInTen }: Within): string {
  if (eightInTen === null) return 'None in this time';
  if (cases === 1) return 'The only one took this';
  return `Half took this or less, 8 in 10 took ${eightInTen} or less`;
}

/** `what` in one and in many words: 'first response came', 'first responses came'. */
export function withinSentence(
  { cases, half, eightInTen }: Within,
  what: { one: string; many: string },
  none: string,
): string {
  if (half === null || eightInTen === null) return `${none} in this time.`;
  const days = sayValue(half, WORKING_DAYS);
  if (cases === 1) return `One ${what.one} in this time, within ${days}.`;
  return `Of ${formatNumber(cases)}, half of the ${what.many} within ${days}, and 8 in 10 within ${sayValue(eightInTen, WORKING_DAYS)}.`;
}

/** Whose the days of a decided application were, on average. */
export function daysSentence({ supplier, assessor, secondPerson }: Flow['days']): string {
  if (supplier === null || assessor === null || secondPerson === null)
    return 'Nothing was decided in this time.';
  return `On average a decided application was ${sayValue(tenth(supplier), WORKING_DAYS)} with its supplier, ${tenth(assessor)} with the assessor and ${tenth(secondPerson)} with the second person.`;
}
