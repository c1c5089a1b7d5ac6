import type { FieldProblem } from './result';
import {
  isSupplierFigure,
  readSupplierCursor,
  type SupplierCursor,
  type SupplierFigure,
} from './supplier-list';

/** One look at all suppliers' ledgers, as its address says it. */
export type SupplierView = {
  text: string;
  /** Only those of which this is not nought, those with most of it first. */
  having: SupplierFigure | null;
  after: SupplierCursor | null;
  /** What is wrong with the address, in words; the usual is shown instead. */
  problems: FieldProblem[];
};

type Params = Record<string, string | string[] | undefined>;
const one = (value: string | string[] | undefined): string =>
  (Array.isArray(value) ? value[0] : value)?.trim() ?? '';

/** Reads the page's address. The cursor is read whole: it holds a supplier's name, however long. */
export function readSupplierView(query: Params): SupplierView {
  const text = one(query.text).slice(0, 200);
  const wanted = one(query.with).slice(0, 80);
  const having = isSupplierFigure(wanted) ? wanted : null;
  const problems: FieldProblem[] =
    wanted === '' || having
      ? []
      : [{ field: '', message: `‘${wanted}’ is not a number that can be shown` }];
  return { text, having, after: readSupplierCursor(one(query.after)), problems };
}

/** The query of a view's address, from a row on. */
export function supplierQuery(
  { text, having }: Pick<SupplierView, 'text' | 'having'>,
  after = '',
): '' | `?${string}` {
  const said = { text, with: having ?? '', after };
  const query = new URLSearchParams(Object.entries(said).filter(([, value]) => value !== ''));
  return query.size > 0 ? `?${query}` : '';
}
