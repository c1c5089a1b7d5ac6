import { filesThatCount } from './evidence-blockers';
import type { EvidenceFile } from './evidence-file';

/** What was sent of one in answer to a request: the words written for it, '' where files alone came. */
export type Sending = { round: number; note: string; at: Date };

type SampledItem = {
  /** The request in which it was asked for last. */
  round: number;
  /** The supplier's words as they stand, and the request in which they were saved. */
  note: string;
  noteRound: number;
  files: readonly Pick<EvidenceFile, 'scan' | 'uploadedAt'>[];
  /** The oldest first, one a request at the most. */
  sent: readonly Sending[];
};
type Round = { round: number; roundAt: Date | null };
type Mark = { satisfactory: boolean; round: number; at: Date };

export type Standing = {
  /** Whether the last request asks for it. */
  asked: boolean;
  /** Whether something was said or attached since it was asked for: in the first, ever. */
  answered: boolean;
  /** The words that were saved and not sent, which are the supplier's alone; '' where there are none. */
  draft: string;
  marked: boolean;
};

/** Whether a mark stands: it was made in the last request of what it is of, and on all that came. */
export const isMarked = (
  { round, sent }: Pick<SampledItem, 'round' | 'sent'>,
  mark: Mark | null,
): boolean => mark?.round === round && sent.every(({ at }) => at <= mark.at);

/**
 * How one of a sample stands between the two sides, whatever became of the check. Both read all that
 * was sent, `item.sent`, and the supplier alone its `draft`; what was asked for again, or sent, after
 * it was marked has to be marked again. An inference of ours.
 */
export function standingOf(item: SampledItem, check: Round, mark: Mark | null): Standing {
  const { round, note, noteRound, files, sent } = item;
  const { roundAt } = check;
  const counted = filesThatCount(files);
  const first = round === 1 || roundAt === null;
  return {
    asked: round === check.round,
    answered: first
      ? note !== '' || counted.length > 0
      : (note !== '' && noteRound === round) ||
        counted.some(({ uploadedAt }) => uploadedAt > roundAt),
    draft: sent.some((sending) => sending.round === noteRound) ? '' : note,
    marked: isMarked(item, mark),
  };
}

/**
 * Those of a sample that an assessor may ask for again once it was sent: what is marked as not
 * satisfactory, and what nothing came of in the last request and is not marked. An inference of ours.
 */
export const toAskAgain = <I extends SampledItem & { mark: Mark | null }>(
  items: readonly I[],
  check: Round,
): I[] =>
  items.filter((item) => {
    const { asked, marked } = standingOf(item, check, item.mark);
    if (marked) return !item.mark?.satisfactory;
    return asked && !item.sent.some(({ round }) => round === check.round);
  });
