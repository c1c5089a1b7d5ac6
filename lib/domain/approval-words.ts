import { APPROVAL_CHANGE_IDS, type ApprovalChange, type FoundChange } from './approval-change';
import { formatPlainDate, parsePlainDate } from './dates';

const dayOf = (text: string): string => {
  const date = parsePlainDate(text);
  return date ? formatPlainDate(date) : 'an earlier day';
};

/** What changed of an approval as a sentence to either side, without its full stop. */
const SENTENCES: Record<ApprovalChange, (found: FoundChange) => string> = {
  assurance_ended: ({ before, after }) => `It was assured until ${dayOf(after || before)}`,
  newly_stale: ({ after }) => `The DSPT register says ${after}, which no longer passes`,
  vanished: () => 'The DSPT register no longer has a row for the code that was declared',
  assured_shorter: ({ before, after }) =>
    `It is assured until ${dayOf(after)}, and no longer until ${dayOf(before)}`,
  differs: ({ after }) => `The DSPT register differs from the answers to ${after}`,
  renamed: ({ after }) => `The DSPT register has the name ${after}`,
  newly_passing: ({ after }) => `The DSPT register says ${after}, which passes`,
  assured_longer: ({ after }) => `It is assured until ${dayOf(after)}`,
  appeared: ({ after }) => `The DSPT register says ${after}`,
};

export const approvalSentence = (found: FoundChange): string => SENTENCES[found.change](found);

/** What an event holds of changes, as far as it can be read. */
export function readFoundChanges(kept: unknown): FoundChange[] {
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((one: Partial<FoundChange> | null) => {
    const change = APPROVAL_CHANGE_IDS.find((id) => id === one?.change);
    const [before, after] = [one?.before, one?.after];
    return change && typeof before === 'string' && typeof after === 'string'
      ? [{ change, before, after }]
      : [];
  });
}

/** What a supplier does about a change for the worse, the first that helps. */
export function approvalNextStep(found: readonly FoundChange[]): string {
  const has = (change: ApprovalChange) => found.some((one) => one.change === change);
  if (has('newly_stale'))
    return 'publish a DSPT status of Standards Met or Standards Exceeded of the current edition. It counts as soon as a copy of the register here shows it.';
  if (has('vanished'))
    return 'check in the DSPT which code your organisation publishes under. If it is another one, start a new application that gives it.';
  return 'see until when it is assured and why, then renew what ran out.';
}
