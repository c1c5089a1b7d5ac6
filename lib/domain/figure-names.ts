import { type DashboardReading, unknownChoice } from './dashboard-filters';
import type { FigureFilter } from './figure-sums';
import type { FieldProblem } from './result';

type Narrowing = Pick<FigureFilter, 'assessorId' | 'organisationId' | 'productId'>;
/** What those that narrow some figures are called; null where nobody is chosen, or none is known. */
export type FigureNames = Record<'assessor' | 'supplier' | 'product', string | null>;

const ID_OF = {
  assessor: 'assessorId',
  supplier: 'organisationId',
  product: 'productId',
} as const satisfies Record<keyof FigureNames, keyof Narrowing>;
const CHOICES = Object.keys(ID_OF) as (keyof FigureNames)[];

/** Of whoever is chosen and not known, that it is not, as a problem of the filter. */
export const unknownChoices = (chosen: Narrowing, names: FigureNames): FieldProblem[] =>
  CHOICES.filter((field) => chosen[ID_OF[field]] !== null && names[field] === null).map(
    unknownChoice,
  );

/** The same figures without what is not known. */
export function withoutUnknown<F extends Narrowing>(
  filter: F,
  unknown: readonly FieldProblem[],
): F {
  const gone = CHOICES.filter((field) => unknown.some((problem) => problem.field === field));
  return { ...filter, ...Object.fromEntries(gone.map((field) => [ID_OF[field], null])) };
}

/** An address as it was read, once it is looked up who of it is not known. */
export const readingWithout = (
  reading: DashboardReading,
  unknown: readonly FieldProblem[],
): DashboardReading => ({
  ...reading,
  filters: withoutUnknown(reading.filters, unknown),
  problems: [...reading.problems, ...unknown],
});

/** 'Assessor: Ann', 'Supplier: Acme Care': what narrows some figures, in words. */
export const narrowedWords = ({ assessor, supplier, product }: FigureNames): string[] => [
  ...(assessor ? [`Assessor: ${assessor}`] : []),
  ...(supplier ? [`Supplier: ${supplier}`] : []),
  ...(product ? [`Product: ${product}`] : []),
];
