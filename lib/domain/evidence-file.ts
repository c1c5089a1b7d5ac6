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
  version: number;
};

/** Of a file, what decides where it belongs and whether it still counts. */
export type PlacedFile = Pick<EvidenceFile, 'id' | 'subjectKind' | 'subjectId' | 'supersedesId'>;

const isOf = ({ subjectKind, subjectId }: PlacedFile, question: QuestionId): boolean =>
  subjectKind === 'question' && subjectId === question;

/** The files of one question, without those that a later file stands in for. */
export function evidenceOf<F extends PlacedFile>(files: readonly F[], question: QuestionId): F[] {
  const replaced = new Set(files.map((file) => file.supersedesId));
  return files.filter((file) => isOf(file, question) && !replaced.has(file.id));
}

/** The files of one question that later ones stand in for, each with the names of those. */
export function replacedOf<F extends EvidenceFile>(
  files: readonly F[],
  question: QuestionId,
): { file: F; by: string[] }[] {
  return files
    .filter((file) => isOf(file, question))
    .map((file) => ({
      file,
      by: files.filter(({ supersedesId }) => supersedesId === file.id).map(({ name }) => name),
    }))
    .filter(({ by }) => by.length > 0);
}

/** Whether something was attached to a question since it was declared last. */
export const hasNewFiles = (
  files: readonly (PlacedFile & Pick<EvidenceFile, 'declared'>)[],
  question: QuestionId,
): boolean => evidenceOf(files, question).some(({ declared }) => !declared);

/** What is known today of a file that a declaration holds. */
export type FileToday = Pick<EvidenceFile, 'scan' | 'supersedesId'>;

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
