import type { PlainDate } from './dates';
import type { DsptJudgement } from './dspt';
import type { ScanState } from './evidence-download';
import type { AnswerFields, AnswerValue, QuestionId } from './questions/types';
import type { RegisterAnswer } from './register-truth';

/** A file as it stood on the day of submission. */
export type FrozenEvidence = {
  fileId: string;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  /** In hex. */
  sha256: string;
  scan: ScanState;
  effectiveFrom: PlainDate | null;
  expiresOn: PlainDate | null;
};

/** One question as it stood on the day of submission: wording, answer as typed, answer as read. */
export type FrozenAnswer = {
  questionId: QuestionId;
  number: string | null;
  title: string;
  hint: readonly string[];
  supporting: readonly string[];
  coveragePoints: readonly { id: string; text: string }[];
  fields: AnswerFields;
  value: AnswerValue;
  /** Left out by declarations from before files could be attached. */
  evidence?: readonly FrozenEvidence[];
};

/** What a submission freezes: never rewritten, whatever happens to the catalogue or the answers. */
export type FrozenDeclaration = {
  organisation: { name: string; odsCode: string };
  product: { name: string };
  statement: readonly string[];
  answers: readonly FrozenAnswer[];
  /** Opened by the supplier without having been asked, with the reason given. */
  unrequested: readonly { questionId: QuestionId; reason: string }[];
  /** The register's snapshot that the answers were held against, and its row; null: there was none. */
  snapshot: RegisterAnswer | null;
  /** The declared DSPT status as it was judged on the day of submission. */
  dspt: DsptJudgement & { on: PlainDate };
};
