import { MEASURE_IDS, type Measure } from './case-figures';
import { unknownChoice } from './dashboard-filters';
import { type PlainDate, parsePlainDate } from './dates';
import { OUTCOME_LABELS, OUTCOMES, type Outcome } from './decision';
import { isId } from './ids';
import type { FieldProblem } from './result';

/** Which cases stand behind a figure: those of a measure, from one day to another, both with them. */
export type FigureCases = {
  measure: Measure;
  from: PlainDate;
  to: PlainDate;
  assessorId: string | null;
  organisationId: string | null;
  productId: string | null;
  /** The question and, where it is said, the reason that was asked about. */
  question: string;
  reason: string;
  /** The value, where only one is looked at. */
  value: number | null;
};

/** The pages that figures stand on; `shown` is what the page's own address says of it. */
const FIGURE_PAGES = ['flow', 'why', 'who', 'report'] as const;
export type CameFrom = { page: (typeof FIGURE_PAGES)[number]; shown: string };

/** Which cases an address asks for, from where, and what is wrong with it. */
type FigureCasesReading = { cases: FigureCases; came: CameFrom; problems: FieldProblem[] };

/** The lists that there are, each with its heading and what a row's value is. */
export const FIGURE_LISTS = {
  received: { heading: 'Declarations received', value: null },
  responded: { heading: 'First responses', value: 'Working days' },
  decided: { heading: 'Decisions', value: 'Working days' },
  supplier_days: { heading: 'Decisions, by the supplier’s days', value: 'Working days' },
  assessor_days: { heading: 'Decisions, by the assessor’s days', value: 'Working days' },
  second_person_days: { heading: 'Decisions, by the second person’s days', value: 'Working days' },
  rounds: { heading: 'Decisions, by rounds', value: 'Rounds' },
  approved_first_time: { heading: 'First decisions', value: 'Approved first time' },
  withdrawn: { heading: 'Withdrawn applications', value: null },
  requested: { heading: 'Requests for more information', value: null },
  asked: { heading: 'Questions that more was asked about', value: null },
  reason: { heading: 'Reasons for asking for more', value: null },
} as const satisfies Partial<Record<Measure, { heading: string; value: string | null }>>;
export type FigureList = keyof typeof FIGURE_LISTS;

type Query = Record<string, string | string[] | undefined>;

/**
 * Reads which cases an address asks for; null where it names no list or no days. Whoever cannot be
 * meant is a problem, with the words that the filters have for it.
 */
export function readFigureCases(query: Query): FigureCasesReading | null {
  const one = (name: string) => {
    const value = query[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const id = (name: string) => (isId(one(name)) ? one(name).toLowerCase() : null);
  const problems = (['assessor', 'supplier', 'product'] as const)
    .filter((name) => one(name) !== '' && id(name) === null)
    .map(unknownChoice);
  const measure = MEASURE_IDS.find((each) => each === one('measure'));
  const [from, to] = [parsePlainDate(one('from')), parsePlainDate(one('to'))];
  if (!measure || !Object.hasOwn(FIGURE_LISTS, measure) || !from || !to || from > to) return null;
  const value = /^[0-9]{1,4}$/.test(one('value')) ? Number(one('value')) : null;
  const ids = { assessorId: id('assessor'), organisationId: id('supplier') };
  const words = { question: one('question'), reason: one('reason') };
  const cases = { measure, from, to, ...ids, productId: id('product'), ...words, value };
  const page = FIGURE_PAGES.find((each) => each === one('page')) ?? 'flow';
  return { cases, came: { page, shown: one('shown') }, problems };
}

/** The query of an address that asks for them, in the words that `readFigureCases` reads. */
export function figureCasesQuery(
  cases: Partial<FigureCases> & Pick<FigureCases, 'measure' | 'from' | 'to'>,
  came?: CameFrom,
): string {
  const said = new URLSearchParams({ measure: cases.measure, from: cases.from, to: cases.to });
  if (cases.assessorId) said.set('assessor', cases.assessorId);
  if (cases.organisationId) said.set('supplier', cases.organisationId);
  if (cases.productId) said.set('product', cases.productId);
  if (cases.question) said.set('question', cases.question);
  if (cases.reason) said.set('reason', cases.reason);
  if (cases.value !== null && cases.value !== undefined) said.set('value', String(cases.value));
  if (came && came.page !== 'flow') said.set('page', came.page);
  if (came?.shown) said.set('shown', came.shown);
  return said.toString();
}

/** What a row of a list says of its case, in words; '' for a list whose rows say nothing more. */
export function figureWords(list: FigureList, label: string, value: number): string {
  if (list === 'decided' && OUTCOMES.some((outcome) => outcome === label))
    return `${value}, ${OUTCOME_LABELS[label as Outcome].toLowerCase()}`;
  if (list === 'approved_first_time') return value === 1 ? 'Yes' : 'No';
  return FIGURE_LISTS[list].value === null ? '' : String(value);
}
