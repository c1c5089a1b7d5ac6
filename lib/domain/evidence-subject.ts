import type { QuestionId } from './questions/types';

/** What a file can be evidence for. */
export const EVIDENCE_SUBJECTS = ['question', 'condition', 'euo'] as const;

/** One of them: a question of an application, a condition of its approval, or an onboarding. */
export type EvidenceSubject =
  | { kind: 'question'; id: QuestionId }
  | { kind: 'condition'; id: string }
  | { kind: 'euo'; id: string };
