import type { PlainDate } from './dates';
import type { FrozenEvidence } from './declaration';
import type { ScanState } from './evidence-download';
import type { EvidenceSubject } from './evidence-subject';
import type { QuestionId } from './questions/types';

/** A file as it is kept, without where its bytes lie. */
export type EvidenceFile = {
  id: string;
  subjectKind: EvidenceSubject['kind'];
  subjectId: string;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  /** In hex. */
  sha256: string;
  scan: ScanState;
  uploadedBy: string;
  uploaderName: string;
  uploadedAt: Date;
  effectiveFrom: PlainDate | null;
  expiresOn: PlainDate | null;
  supersedesId: string | null;
  declared: boolean;
};

/** The files of one question, without those that a later file stands in for. */
export function evidenceOf<F extends EvidenceFile>(files: readonly F[], question: QuestionId): F[] {
  const replaced = new Set(files.map((file) => file.supersedesId));
  return files.filter(
    (file) =>
      file.subjectKind === 'question' && file.subjectId === question && !replaced.has(file.id),
  );
}

/** What a declaration keeps of the files of a question: name, size, hash and what the scan said. */
export const freezeEvidence = (
  files: readonly EvidenceFile[],
  question: QuestionId,
): FrozenEvidence[] =>
  evidenceOf(files, question).map(
    ({ id, name, mediaType, size, sha256, scan, effectiveFrom, expiresOn }) => ({
      ...{ fileId: id, name, mediaType, size, sha256, scan, effectiveFrom, expiresOn },
    }),
  );
