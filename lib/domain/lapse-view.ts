import { parsePlainDate } from './dates';
import { type LapseCursor, type LapseWhich, MOST_ASKED, readLapseCursor } from './lapses';
import type { FieldProblem } from './result';

export type LapseView = {
  which: LapseWhich;
  /** How many are listed at a time. */
  most: number;
  after: LapseCursor | null;
  /** What was typed. */
  number: string;
  /** What is wrong with the address, in words; the usual is shown instead. */
  problems: FieldProblem[];
};

type Params = Record<string, string | string[] | undefined>;
const one = (value: string | string[] | undefined): string =>
  (Array.isArray(value) ? value[0] : value)?.trim().slice(0, 80) ?? '';

/** Reads the page's address: which are listed, how many at a time and from which on. */
export function readLapseView(query: Params): LapseView {
  const [shown, number] = [one(query.show), one(query.number)];
  const problems: FieldProblem[] = [];
  let which: LapseWhich = 'next';
  const month = /^[0-9]{4}-[0-9]{2}$/.test(shown) ? parsePlainDate(`${shown}-01`) : null;
  if (shown === 'lapsed') which = 'lapsed';
  else if (month) which = { month };
  else if (shown !== '')
    problems.push({ field: '', message: `‘${shown}’ is not a month that can be shown` });
  const asked = /^[0-9]{1,2}$/.test(number) ? Number(number) : 0;
  const fits = asked >= 1 && asked <= MOST_ASKED;
  if (number !== '' && !fits)
    problems.push({ field: 'number', message: `Enter a number from 1 to ${MOST_ASKED}` });
  const after = readLapseCursor(one(query.after));
  return { which, most: fits ? asked : MOST_ASKED, after, number, problems };
}

/** The address of a view, from a row on. */
export function lapseQuery(
  { which, most }: { which: LapseWhich; most: number },
  after = '',
): '' | `?${string}` {
  const show = which === 'next' ? '' : which === 'lapsed' ? which : which.month.slice(0, 7);
  const said = { show, number: most === MOST_ASKED ? '' : String(most), after };
  const query = new URLSearchParams(Object.entries(said).filter(([, value]) => value !== ''));
  return query.size > 0 ? `?${query}` : '';
}
