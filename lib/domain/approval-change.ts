import type { Assurance } from './assurance';
import type { PlainDate } from './dates';
import type { AnswerValues } from './declared-dspt';
import { type ApprovalBasis, productAssurance } from './product-assurance';
import { questionOf } from './questions/catalogue';
import type { QuestionId } from './questions/types';
import { REGISTER_CHANGES, registerChanges } from './register-change';
import type { RegisterRow } from './register-file';
import { type RegisterAnswer, registerTruth } from './register-truth';

/** What judging again finds of an approval, the gravest first; kept, so never renamed. */
export const APPROVAL_CHANGES = {
  assurance_ended: { label: 'No longer assured', colour: 'red', worse: true },
  newly_stale: { ...REGISTER_CHANGES.newly_stale, worse: true },
  vanished: { ...REGISTER_CHANGES.vanished, worse: true },
  assured_shorter: { label: 'Assured for less time', colour: 'orange', worse: true },
  differs: { label: 'Differs from the declaration', colour: 'red', worse: false },
  renamed: { ...REGISTER_CHANGES.renamed, worse: false },
  newly_passing: { ...REGISTER_CHANGES.newly_passing, worse: false },
  assured_longer: { label: 'Assured for longer', colour: 'green', worse: false },
  appeared: { ...REGISTER_CHANGES.appeared, worse: false },
} as const;
export type ApprovalChange = keyof typeof APPROVAL_CHANGES;
export const APPROVAL_CHANGE_IDS = Object.keys(APPROVAL_CHANGES) as ApprovalChange[];

/** Whether a supplier must hear of a change, since it puts the approval at risk. */
export const isWorse = (change: ApprovalChange): boolean => APPROVAL_CHANGES[change].worse;

/** What an approval stood on when it was judged; kept until the next time. */
export type ApprovalStanding = {
  /** The day as at which it was judged. */
  on: PlainDate;
  /** The day of the register that says it; null while none was in use. */
  asOf: PlainDate | null;
  /** What the register said last under the declared code. */
  entry: RegisterRow | null;
  /** The DSPT questions of whose answers it says something else. */
  differs: QuestionId[];
  assured: Assurance | null;
};

export type ApprovalFacts = Omit<ApprovalBasis, 'shown'> & {
  values: AnswerValues;
  /** The supplier's name as the portal knows it. */
  organisation: string;
  /** The day in London on which it was declared. */
  declaredOn: PlainDate;
};

/** How an approval in force stands on a day by what the register said last (the DSPT rules, assured until). */
export function approvalStanding(
  facts: ApprovalFacts,
  register: RegisterAnswer | null,
  on: PlainDate,
): ApprovalStanding {
  const shown = register?.entry ? { ...register.entry, asOf: register.asOf } : null;
  const assured = productAssurance({ ...facts, shown });
  const truths = registerTruth({ ...facts, register, on, reader: 'staff' });
  return {
    ...{ on, asOf: register?.asOf ?? null, entry: register?.entry ?? null },
    differs: truths
      .filter(({ state, questionId }) => state === 'contradicts' && questionId !== 'organisation')
      .map(({ questionId }) => questionId),
    assured: assured && { until: assured.until, cause: assured.cause },
  };
}

/** `before` and `after`: statuses or names as read, numbers of questions, or days 'yyyy-mm-dd'. */
export type FoundChange = { change: ApprovalChange; before: string; after: string };
/** The same with whose approval it is, for a list. */
export type ChangedApproval = FoundChange & {
  organisationId: string;
  supplier: string;
  odsCode: string | null;
  product: string;
  reference: string;
};

const isAssured = ({ assured, on }: ApprovalStanding) => assured !== null && on <= assured.until;

function assuranceChange(
  before: ApprovalStanding,
  after: ApprovalStanding,
): 'assurance_ended' | 'assured_shorter' | 'assured_longer' | null {
  if (isAssured(before) && !isAssured(after)) return 'assurance_ended';
  if (!after.assured || before.assured?.until === after.assured.until) return null;
  return before.assured && after.assured.until < before.assured.until
    ? 'assured_shorter'
    : 'assured_longer';
}

const statusOf = ({ entry }: ApprovalStanding) => (entry ? entry.status || 'None' : 'No row');
const numbersOf = (ids: readonly QuestionId[]) =>
  ids.map((id) => questionOf(id).number ?? '').join(', ');

/**
 * What is otherwise than when an approval was judged before, the gravest first. The register is
 * compared only where there was one both times; that an outdated status is no longer what was
 * declared is not said beside that it is outdated.
 */
export function compareStandings(before: ApprovalStanding, after: ApprovalStanding): FoundChange[] {
  const [was, is] = [statusOf(before), statusOf(after)];
  const compared = before.asOf !== null && after.asOf !== null;
  const moved = compared ? registerChanges(before, { ...after, complete: true }) : [];
  const found: FoundChange[] = moved.map((change) =>
    change === 'renamed'
      ? { change, before: before.entry?.name ?? '', after: after.entry?.name ?? '' }
      : { change, before: was, after: is },
  );
  const assurance = assuranceChange(before, after);
  if (assurance)
    found.push({
      change: assurance,
      before: before.assured?.until ?? '',
      after: after.assured?.until ?? '',
    });
  const differs = after.differs.filter((id) => !before.differs.includes(id));
  if (compared && differs.length > 0 && !moved.includes('newly_stale'))
    found.push({ change: 'differs', before: was, after: numbersOf(differs) });
  const place = ({ change }: FoundChange) => APPROVAL_CHANGE_IDS.indexOf(change);
  return found.sort((a, b) => place(a) - place(b));
}
