import { isId } from './ids';
import { isOnboardingState, type OnboardingState } from './onboarding';
import {
  isVerdict,
  VERDICT_FLAGS,
  VERDICT_REASONS,
  type Verdict,
  type VerdictFlag,
  type VerdictReason,
} from './onboarding-verdict';

/** Reasons and flags share one filter: no id is used by both. */
export const FINDINGS = { ...VERDICT_REASONS, ...VERDICT_FLAGS } as const;
export type Finding = VerdictReason | VerdictFlag;

/** What narrows a list of onboardings; it stays in the address. */
export type OnboardingFilter = {
  /** The beginning of a name, or a code. */
  text: string;
  state: OnboardingState | null;
  verdict: Verdict | null;
  finding: Finding | null;
  /** A product's id. */
  product: string;
  /** A lead's code. */
  lead: string;
  /** Only those that went live by an override. */
  overridden: boolean;
};

export const NO_FILTER: OnboardingFilter = {
  ...{ text: '', state: null, verdict: null, finding: null },
  ...{ product: '', lead: '', overridden: false },
};

const MOST_TEXT = 100;
type Query = Record<string, string | string[] | undefined>;

/** Reads a filter from an address; what it does not know is left out. */
export function readOnboardingFilter(query: Query): OnboardingFilter {
  const one = (name: string): string => {
    const value = query[name];
    const text = (Array.isArray(value) ? value[0] : value) ?? '';
    return text
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, MOST_TEXT);
  };
  const [state, verdict, finding] = [one('state'), one('verdict'), one('reason')];
  const lead = one('lead').replace(/\s/g, '').toUpperCase();
  return {
    text: one('text'),
    state: isOnboardingState(state) ? state : null,
    verdict: isVerdict(verdict) ? verdict : null,
    finding: Object.hasOwn(FINDINGS, finding) ? (finding as Finding) : null,
    product: isId(one('product')) ? one('product') : '',
    lead,
    overridden: one('overridden') === 'yes',
  };
}

/** A filter as the form's fields hold it. */
export const filterValues = (filter: OnboardingFilter): Record<string, string> => ({
  text: filter.text,
  state: filter.state ?? '',
  verdict: filter.verdict ?? '',
  reason: filter.finding ?? '',
  product: filter.product,
  lead: filter.lead,
  overridden: filter.overridden ? 'yes' : '',
});

/** The query of an address with this filter, and where its page begins: '?state=live', or ''. */
export function onboardingQuery(
  filter: Partial<OnboardingFilter>,
  more: Record<string, string> = {},
): '' | `?${string}` {
  const values = { ...filterValues({ ...NO_FILTER, ...filter }), ...more };
  const said = Object.entries(values).filter(([, value]) => value !== '');
  return said.length === 0 ? '' : `?${new URLSearchParams(said)}`;
}

/** Whether anything narrows the list. */
export const isFiltered = (filter: OnboardingFilter): boolean => onboardingQuery(filter) !== '';

/** A name as it is searched and sorted: lower case, without a 'The' before it; the database's `name_key`. */
export const foldName = (text: string): string =>
  text
    .trim()
    .replace(/^the\s+/i, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();

/** Where a page of the list ended: the folded name and the row's id among equals. */
export type OnboardingCursor = { nameKey: string; id: string };

/** A cursor as an address holds it. */
export const writeOnboardingCursor = ({ nameKey, id }: OnboardingCursor): string =>
  Buffer.from(`${id} ${nameKey}`).toString('base64url');

/** The cursor in an address; null when there is none or somebody changed it. */
export function readOnboardingCursor(text: string): OnboardingCursor | null {
  const [, id = '', nameKey = ''] =
    /^(\S{36}) (.*)$/s.exec(Buffer.from(text, 'base64url').toString('utf8')) ?? [];
  return isId(id) && !/\p{Cc}/u.test(nameKey) ? { nameKey, id } : null;
}
