import { asc, desc, eq } from 'drizzle-orm';
import type { ReviewedRound } from '@/lib/domain/carried-verdicts';
import type { FrozenDeclaration } from '@/lib/domain/declaration';
import type { QuestionId } from '@/lib/domain/questions/types';
import type { RequestStatus } from '@/lib/domain/request';
import { caseMark, type Review } from '@/lib/domain/review';
import type { Tx } from './client';
import { declarations, informationRequests, people, questionReviews } from './schema';

export type StoredReview = Review & {
  version: number;
  reviewedBy: string;
  reviewerName: string;
  reviewedAt: Date;
};
export type StoredRound = ReviewedRound & {
  frozen: FrozenDeclaration;
  signatoryName: string;
  submittedAt: Date;
  reviews: Map<QuestionId, StoredReview>;
};

/**
 * Every round of a case, in order: what was declared and how it was reviewed. For staff. A round that
 * was taken back and submitted again counts as it was submitted last.
 */
export async function readRounds(tx: Tx, applicationId: string): Promise<StoredRound[]> {
  const [declared, reviewed] = await Promise.all([
    tx
      .selectDistinctOn([declarations.round], {
        round: declarations.round,
        frozen: declarations.frozen,
        signatoryName: declarations.signatoryName,
        submittedAt: declarations.submittedAt,
      })
      .from(declarations)
      .where(eq(declarations.applicationId, applicationId))
      .orderBy(asc(declarations.round), desc(declarations.chainSequence)),
    tx
      .select({
        round: questionReviews.round,
        questionId: questionReviews.questionId,
        verdict: questionReviews.verdict,
        points: questionReviews.points,
        reasons: questionReviews.reasons,
        noteToSupplier: questionReviews.noteToSupplier,
        version: questionReviews.version,
        reviewedBy: questionReviews.reviewedBy,
        reviewerName: people.name,
        reviewedAt: questionReviews.reviewedAt,
      })
      .from(questionReviews)
      .innerJoin(people, eq(people.id, questionReviews.reviewedBy))
      .where(eq(questionReviews.applicationId, applicationId)),
  ]);
  return declared.map((declaration) => {
    const own = reviewed.filter(({ round }) => round === declaration.round);
    return {
      ...declaration,
      reviews: new Map(own.map(({ round: _, questionId, ...review }) => [questionId, review])),
      verdicts: Object.fromEntries(own.map((review) => [review.questionId, review.verdict])),
    };
  });
}

/** The mark of the case's present state: see caseMark. */
export const markOf = (version: number, rounds: readonly StoredRound[]): string =>
  caseMark(
    version,
    [...(rounds.at(-1)?.reviews.values() ?? [])].map((review) => review.version),
  );

export type StoredRequest = {
  round: number;
  status: RequestStatus;
  sentAt: Date;
  endedAt: Date | null;
};

/** Every information request of a case, oldest first: what clocks and decisions look at. */
export const readRequests = (tx: Tx, applicationId: string): Promise<StoredRequest[]> =>
  tx
    .select({
      round: informationRequests.round,
      status: informationRequests.status,
      sentAt: informationRequests.sentAt,
      endedAt: informationRequests.endedAt,
    })
    .from(informationRequests)
    .where(eq(informationRequests.applicationId, applicationId))
    .orderBy(asc(informationRequests.sentAt));
