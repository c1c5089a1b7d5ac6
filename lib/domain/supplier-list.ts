import { isId } from './ids';
import type { OnboardingFilter } from './onboarding-filter';

/** How staff look through the suppliers: those with most trouble first, or by name. */
export const SUPPLIER_ORDERS = {
  worst: { label: 'Most trouble first' },
  name: { label: 'By name' },
} as const;
export type SupplierOrder = keyof typeof SUPPLIER_ORDERS;
export const isSupplierOrder = (text: string): text is SupplierOrder =>
  Object.hasOwn(SUPPLIER_ORDERS, text);

/** What is counted of a supplier's end user organisations. */
export const EUO_COUNTS = {
  live: { label: 'Live', phrase: 'live', trouble: false },
  lapsed: { label: 'Lapsed', phrase: 'lapsed', trouble: true },
  not_ready: { label: 'Not ready', phrase: 'not ready', trouble: true },
  not_proven: { label: 'Not proven', phrase: 'not proven', trouble: true },
  overridden: { label: 'Overrides', phrase: 'by an override', trouble: true },
  outdated: { label: 'Outdated AUP', phrase: 'alerted to an older AUP', trouble: true },
} as const;
export type EuoCount = keyof typeof EUO_COUNTS;
export const EUO_COUNT_IDS = Object.keys(EUO_COUNTS) as EuoCount[];
export const isEuoCount = (text: string): text is EuoCount => Object.hasOwn(EUO_COUNTS, text);
export type EuoCounts = Record<EuoCount, number>;

/** The filter of a supplier's list that shows what was counted. */
export const EUOS_BEHIND: Record<EuoCount, Partial<OnboardingFilter>> = {
  live: { state: 'live' },
  lapsed: { state: 'live', verdict: 'lapsed' },
  not_ready: { state: 'live', verdict: 'not_ready' },
  not_proven: { state: 'live', verdict: 'not_proven' },
  overridden: { overridden: true },
  outdated: { finding: 'aup_outdated' },
};

/** The same and its spot checks, as they are kept counted for every supplier. */
export const SUPPLIER_FIGURES = {
  ...EUO_COUNTS,
  spot_done: { label: 'Spot checks done', phrase: 'finished', trouble: false },
  spot_failed: {
    label: 'Spot checks failed',
    phrase: 'with something not satisfactory',
    trouble: true,
  },
} as const;
export type SupplierFigure = keyof typeof SUPPLIER_FIGURES;
export const SUPPLIER_FIGURE_IDS = Object.keys(SUPPLIER_FIGURES) as SupplierFigure[];
export const isSupplierFigure = (text: string): text is SupplierFigure =>
  Object.hasOwn(SUPPLIER_FIGURES, text);
export type SupplierFigures = Record<SupplierFigure, number>;

/** What makes a supplier the worse, each one of it by one; the order's index counts by the same. */
export const TROUBLE_IDS = SUPPLIER_FIGURE_IDS.filter((id) => SUPPLIER_FIGURES[id].trouble);

/**
 * How bad it stands with a supplier: how many things somebody has to look at. Each end user organisation
 * that is live and lapsed, not ready or not proven is one; so is each that went live by an override
 * (where it is still not ready it counts for both: it is wrong, and somebody let it pass), each alert
 * to an AUP that is outdated, and each spot check that failed. The worst is who has most of these, and
 * of equals whose name comes first.
 */
export const troubleOf = (figures: SupplierFigures): number =>
  TROUBLE_IDS.reduce((all, id) => all + figures[id], 0);

/** Where a page of the list ended: the number by which its last row stands there, its name as sorted, its id. */
export type SupplierCursor = { trouble: number; name: string; id: string };

/** A cursor as an address holds it. */
export const writeSupplierCursor = ({ trouble, name, id }: SupplierCursor): string =>
  Buffer.from(`${trouble} ${id} ${name}`).toString('base64url');

/** The cursor in an address; null when there is none or somebody changed it. */
export function readSupplierCursor(text: string): SupplierCursor | null {
  const read = Buffer.from(text, 'base64url').toString('utf8');
  const [, trouble = '', id = '', name = ''] = /^([0-9]{1,9}) (\S{36}) (.*)$/s.exec(read) ?? [];
  return isId(id) && !/\p{Cc}/u.test(name) ? { trouble: Number(trouble), id, name } : null;
}
