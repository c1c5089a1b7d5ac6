import { and, count, desc, eq, inArray, sql } from 'drizzle-orm';
import type { CaseFacts } from '@/lib/domain/application';
import { EVENTS, type EventSubject, type NewEvent } from '@/lib/domain/events';
import { keptMessagesOf } from '@/lib/domain/message-kinds';
import { type Actor, isStaff } from '@/lib/domain/permissions';
import { randomBytes } from '@/lib/ports/randomness';
import type { Tx } from './client';
import { enqueue } from './job-queue';
import {
  applications,
  conflictsOfInterest,
  events,
  informationRequests,
  questionReviews,
  recommendations,
} from './schema';

export type LockedApplication = typeof applications.$inferSelect;

/** Anything else is nobody's reference; a NUL among it would even be a surprise to PostgreSQL. */
export const COULD_BE_A_REFERENCE = /^[A-Za-z0-9-]{1,40}$/;

/** The application's row, locked until the transaction ends; null when missing or invisible. */
export async function lockApplication(
  tx: Tx,
  reference: string,
): Promise<LockedApplication | null> {
  if (!COULD_BE_A_REFERENCE.test(reference)) return null;
  const [row] = await tx
    .select()
    .from(applications)
    .where(eq(applications.reference, reference))
    .for('update');
  return row ?? null;
}

/**
 * Waits, until the transaction ends, for whoever else opens an application for the product: starts
 * one, or opens a decided one again. The index that allows one at a time would only fail.
 */
export const queueForProduct = (tx: Tx, productId: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('product:' || ${productId}, 0))`);

export type EventTarget = { kind: EventSubject; id: string; organisationId: string | null };

/**
 * Links an event into its subject's chain; answers where it stands there. People are told of it by a
 * job, which exists exactly when the event does.
 */
export async function appendEvent(tx: Tx, event: NewEvent, target: EventTarget, at: Date) {
  const salt = Buffer.from(randomBytes(16)).toString('hex');
  const [row] = await tx.execute<{
    event_id: string;
    event_sequence: number;
    event_hash: string;
  }>(sql`
    select event_id, event_sequence, event_hash from append_event(${target.kind}, ${target.id}::uuid,
      ${target.organisationId}::uuid, ${event.type}, ${EVENTS[event.type].audience},
      ${at.toISOString()}::timestamptz, ${JSON.stringify(event.contents)}::jsonb,
      ${event.draft ?? false}, ${salt})`);
  if (!row) throw new Error('append_event() answered nothing');
  if (keptMessagesOf(event.type).length > 0) await enqueue(tx, 'tell', { eventId: row.event_id });
  return { sequence: row.event_sequence, hash: row.event_hash };
}

/** Every case is the subject of its own chain. */
export const targetOf = (application: { id: string; organisationId: string }): EventTarget => ({
  kind: 'application',
  id: application.id,
  organisationId: application.organisationId,
});

/** Which of the staff had or may have no part in a case; suppliers have no grant on any of it. */
export async function readParticipants(
  tx: Tx,
  applicationId: string,
): Promise<Pick<CaseFacts, 'recommendedBy' | 'reviewers' | 'conflicted'>> {
  // From history, not from the rows: a verdict that a colleague replaced was still given.
  const took = await tx
    .selectDistinct({ by: events.actorId })
    .from(events)
    .where(
      and(
        eq(events.subjectId, applicationId),
        inArray(events.type, ['question.reviewed', 'decision.recommended']),
      ),
    );
  const conflicts = await tx
    .select({ by: conflictsOfInterest.personId })
    .from(conflictsOfInterest)
    .where(eq(conflictsOfInterest.applicationId, applicationId));
  const [recommendation] = await tx
    .select({ by: recommendations.recommendedBy })
    .from(recommendations)
    .where(eq(recommendations.applicationId, applicationId))
    .orderBy(desc(recommendations.recommendedAt), desc(recommendations.id))
    .limit(1);
  return {
    recommendedBy: recommendation?.by ?? null,
    reviewers: took.flatMap((row) => row.by ?? []),
    conflicted: conflicts.map((conflict) => conflict.by),
  };
}

/**
 * What the guards of transitions look at. Suppliers have no grant on reviews, so for them only the
 * row itself counts: a status of submitted says that no review has begun.
 */
export async function readCaseFacts(
  tx: Tx,
  actor: Actor,
  application: LockedApplication,
): Promise<CaseFacts> {
  const own = {
    status: application.status,
    round: application.round,
    assigneeId: application.assigneeId,
    requestsSent: application.requestsSent,
    requestsMost: application.requestsMost,
    requestOpen: application.status === 'information_requested',
  };
  const nobody = { reviewStarted: false, recommendedBy: null, reviewers: [], conflicted: [] };
  if (!isStaff(actor)) return { ...own, ...nobody };
  const [reviewed] = await tx
    .select({ some: count() })
    .from(questionReviews)
    .where(
      and(
        eq(questionReviews.applicationId, application.id),
        eq(questionReviews.round, application.round),
      ),
    );
  const participants = await readParticipants(tx, application.id);
  return { ...own, reviewStarted: (reviewed?.some ?? 0) > 0, ...participants };
}

/** The open information request of an application, if there is one; columns that both sides may read. */
export async function readOpenRequest(tx: Tx, applicationId: string) {
  const [row] = await tx
    .select({
      id: informationRequests.id,
      round: informationRequests.round,
      dueOn: informationRequests.dueOn,
      message: informationRequests.message,
      sentAt: informationRequests.sentAt,
      extensionAskedAt: informationRequests.extensionAskedAt,
      extensionReason: informationRequests.extensionReason,
    })
    .from(informationRequests)
    .where(
      and(
        eq(informationRequests.applicationId, applicationId),
        eq(informationRequests.status, 'open'),
      ),
    );
  return row ?? null;
}
