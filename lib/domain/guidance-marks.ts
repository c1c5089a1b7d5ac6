import { londonDate } from './clock';
import { formatPlainDate, type PlainDate } from './dates';

export type Published = { number: number; at: Date };

/** The day a version was published, in words; the first came with the service. */
export const publishedWords = ({ number, at }: Published): string =>
  number === 1 ? 'from the start' : `from ${formatPlainDate(londonDate(at))}`;

/** More marks than these could not be told apart on a chart. */
const MOST_MARKS = 5;

/**
 * Where versions of the guidance came among weeks or months, each named by its first day ('yyyy-mm-dd',
 * London), `to` being the last day shown: those of one period are one mark, the latest five. What is
 * asked about answers under a version comes some time after it.
 */
export function guidanceMarks(
  published: readonly Published[],
  starts: readonly PlainDate[],
  to: PlainDate,
): { before: number; label: string }[] {
  const first = starts[0];
  if (first === undefined) return [];
  const found = new Map<number, Published[]>();
  for (const version of published) {
    const day = londonDate(version.at);
    if (version.number === 1 || day < first || day > to) continue;
    const before = starts.findLastIndex((start) => start <= day);
    found.set(before, [...(found.get(before) ?? []), version]);
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .slice(-MOST_MARKS)
    .map(([before, versions]) => ({
      before,
      label: versions
        .map((each) => `Version ${each.number} of the guidance, ${publishedWords(each)}`)
        .join('; '),
    }));
}
