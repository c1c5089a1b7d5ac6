import { z } from 'zod';
import { markOf, readRequests, readRounds } from '@/db/rounds';
import { recommendations } from '@/db/schema';
import { defineCaseCommand } from '@/lib/commands/define-command';
import { moveApplication } from '@/lib/commands/move-application';
import { decisionFacts } from '@/lib/domain/case-facts';
import { parsePlainDate } from '@/lib/domain/dates';
import {
  checkRecommendation,
  type DecisionCondition,
  isQuestionId,
  OUTCOMES,
} from '@/lib/domain/decision';
import { type FieldProblem, forbidden, invalid, ok } from '@/lib/domain/result';
import { textProblem } from '@/lib/domain/text';
import { optionalTextSchema } from '@/lib/domain/text-schema';
import { assigneeProblem, caseChanged, markSchema, referenceSchema } from './case-guards';

const input = z.object({
  reference: referenceSchema,
  outcome: z.enum(OUTCOMES, { error: 'Select what you recommend' }),
  /** The supplier reads them, once the decision is confirmed. */
  reasons: optionalTextSchema({ what: 'Reasons', max: 2000 }),
  /** One for each question that is not met; `dueOn` is 'yyyy-mm-dd'. */
  conditions: z.array(z.object({ questionId: z.string(), text: z.string(), dueOn: z.string() })),
  version: markSchema,
});

function readConditions(given: z.infer<typeof input>['conditions']) {
  const conditions: DecisionCondition[] = [];
  const problems: FieldProblem[] = [];
  for (const { questionId, text, dueOn } of given) {
    if (!isQuestionId(questionId)) continue;
    const wrong = textProblem(text, { what: 'Condition', max: 2000, required: false });
    if (wrong) problems.push({ field: `condition-${questionId}`, message: wrong });
    const date = parsePlainDate(dueOn);
    if (date) conditions.push({ questionId, text: text.trim(), dueOn: date });
  }
  return { conditions, problems };
}

/**
 * Recommends a decision to a second person (domain, guards), judged by the rules of today. `version`
 * is the mark of the case as it was read. Problems: those of the case's assessor, `conflict`,
 * `refused` 'outcome_not_permitted', `invalid` (outcome, reasons, `condition-<question>`,
 * `dueOn-<question>-day`).
 */
export const recommendDecision = defineCaseCommand({
  name: 'decision.recommend',
  permission: 'case:recommend',
  input,
  run: async (context) => {
    const { tx, actor, application, input, now, today } = context;
    if (actor.kind !== 'person') return forbidden();
    const notTheirs = await assigneeProblem(context, ['in_assessment']);
    if (notTheirs) return notTheirs;
    const rounds = await readRounds(tx, application.id);
    const mark = markOf(application.version, rounds);
    if (input.version !== mark) return caseChanged(mark);
    const requests = await readRequests(tx, application.id);
    const facts = decisionFacts(rounds, requests, today, application.requestsMost);
    const given = readConditions(input.conditions);
    const { outcome } = input;
    const reasons = input.reasons.trim();
    const checked = checkRecommendation(facts, outcome, reasons, given.conditions, today);
    if (!checked.ok) return checked;
    if (given.problems.length > 0) return invalid(...given.problems);
    const { round } = application;
    await tx.insert(recommendations).values({
      ...{ applicationId: application.id, round, outcome, reasons, conditions: checked.value },
      ...{ status: 'open', recommendedBy: actor.personId, recommendedAt: now },
    });
    const contents = { round, outcome, reasons, conditions: checked.value };
    const event = { type: 'decision.recommended', contents } as const;
    const moved = await moveApplication(context, 'recommend', event);
    return moved.ok ? ok({ outcome }) : moved;
  },
});
