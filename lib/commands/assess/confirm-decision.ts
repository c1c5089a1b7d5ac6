import { z } from 'zod';
import { markOf, readRequests, readRounds, type StoredRound } from '@/db/rounds';
import { conditions, decisions } from '@/db/schema';
import { type CaseContext, defineCaseCommand } from '@/lib/commands/define-command';
import { moveApplication } from '@/lib/commands/move-application';
import { certificateStanding, decisionFacts } from '@/lib/domain/case-facts';
import { checkRecommendation } from '@/lib/domain/decision';
import { type Failure, forbidden, ok, refused, wrongStatus } from '@/lib/domain/result';
import { beginApproval } from './begin-approval';
import { caseChanged, markSchema, NOT_SECOND_PERSON, referenceSchema } from './case-guards';
import {
  readOpenRecommendation,
  type StoredRecommendation,
  settleRecommendation,
} from './recommendation';

const input = z.object({ reference: referenceSchema, version: markSchema });
type Context = CaseContext<z.infer<typeof input>>;

/** The rules once more, on the day of the decision: that day's judgement rules. */
async function obstacleToday(
  { tx, application, today, input }: Context,
  recommendation: StoredRecommendation,
  rounds: readonly StoredRound[],
): Promise<Failure | null> {
  const mark = markOf(application.version, rounds);
  if (input.version !== mark) return caseChanged(mark);
  const requests = await readRequests(tx, application.id);
  const facts = decisionFacts(rounds, requests, today, application.requestsMost);
  const { outcome, reasons, conditions: asked } = recommendation;
  const checked = checkRecommendation(facts, outcome, reasons, asked, today);
  if (checked.ok) return null;
  const why =
    checked.problem.kind === 'refused'
      ? checked.problem.message
      : 'A condition is due today or earlier';
  return refused(
    'outcome_not_permitted',
    `${why}. Send the recommendation back so that it can be made again.`,
  );
}

async function storeDecision(context: Context, recommendation: StoredRecommendation) {
  const { tx, actor, application, now } = context;
  if (actor.kind !== 'person') throw new Error('only a person confirms');
  const { organisationId, id: applicationId } = application;
  const { outcome, reasons, conditions: asked } = recommendation;
  const [decision] = await tx
    .insert(decisions)
    .values({
      ...{ applicationId, organisationId, recommendationId: recommendation.id, outcome, reasons },
      ...{ decidedAt: now, confirmedBy: actor.personId },
    })
    .returning({ id: decisions.id });
  if (!decision) throw new Error('the decision was not stored');
  if (asked.length > 0)
    await tx
      .insert(conditions)
      .values(
        asked.map((condition) => ({ ...condition, decisionId: decision.id, organisationId })),
      );
  return decision.id;
}

/**
 * Confirms a recommendation as a second person, judged again by the rules of this day; an approval
 * begins its own record and supersedes an earlier one of the product. Problems: `wrong_status`,
 * `conflict`, `refused` 'guarded' for somebody who took part, 'outcome_not_permitted' when the rules
 * no longer allow it.
 */
export const confirmDecision = defineCaseCommand({
  name: 'decision.confirm',
  permission: 'decision:confirm',
  input,
  run: async (context: Context) => {
    const { tx, actor, application } = context;
    if (actor.kind !== 'person') return forbidden();
    if (application.status !== 'recommended') return wrongStatus();
    const recommendation = await readOpenRecommendation(tx, application.id);
    if (!recommendation) return wrongStatus();
    const { outcome, reasons, round } = recommendation;
    const { conditions: asked } = recommendation;
    const provedBy = actor.proof?.way;
    const contents = { round, outcome, reasons, conditions: asked, provedBy };
    const event = { type: 'decision.confirmed', contents } as const;
    const moved = await moveApplication(context, `confirm_${outcome}`, event, {
      changes: { dueOn: null },
      guardedMessage: NOT_SECOND_PERSON,
    });
    if (!moved.ok) return moved;
    const rounds = await readRounds(tx, application.id);
    const obstacle = await obstacleToday(context, recommendation, rounds);
    if (obstacle) return obstacle;
    await settleRecommendation(context, recommendation, 'confirmed');
    const decisionId = await storeDecision(context, recommendation);
    const certificateReliedOn = certificateStanding(rounds)?.reliedOn ?? false;
    if (outcome !== 'rejected') await beginApproval(context, { decisionId, certificateReliedOn });
    return ok({ outcome });
  },
});
