import { answerIn, type ReviewedRound } from './carried-verdicts';
import type { FrozenAnswer } from './declaration';
import type { EvidenceDates } from './evidence';
import type { ScanState } from './evidence-download';
import type { FileToday } from './evidence-file';

type DeclaredRound = Pick<ReviewedRound, 'frozen'>;

/** A file of an answer, with what the scanner says today. */
export type CaseFile = EvidenceDates & {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  scan: ScanState;
  /** Not attached in the round before. */
  isNew: boolean;
  /** The name of the file of an earlier round that it stands in for; null for none. */
  replaces: string | null;
};

/**
 * The files of an answer in the last of some rounds; `today` is what is known of each by now, which
 * the declaration could not know.
 */
export function caseFiles(
  answer: FrozenAnswer,
  rounds: readonly DeclaredRound[],
  today: ReadonlyMap<string, FileToday>,
): CaseFile[] {
  const of = (round: DeclaredRound) => answerIn(round.frozen, answer.questionId)?.evidence ?? [];
  const before = rounds.at(-2);
  const known = new Set(before && of(before).map(({ sha256 }) => sha256));
  const names = new Map(rounds.flatMap(of).map(({ fileId, name }) => [fileId, name]));
  return (answer.evidence ?? []).map(({ fileId: id, sha256, scan, ...file }) => ({
    ...file,
    id,
    scan: today.get(id)?.scan ?? scan,
    isNew: before !== undefined && !known.has(sha256),
    replaces: names.get(today.get(id)?.supersedesId ?? '') ?? null,
  }));
}
