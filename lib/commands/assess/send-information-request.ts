import { z } from 'zod';
import { readCalendar } from '@/db/calendars';
import { readGuidance } from '@/db/guidance';
import { markOf, readRequests, readRounds } from '@/db/rounds';
import { informationRequestItems, informationRequests } from '@/db/schema';
import { defineCaseCommand } from '@/lib/commands/define-command';
import { moveApplication } from '@/lib/commands/move-application';
import { decisionFacts } from '@/lib/domain/case-facts';
import { parsePlainDate } from '@/lib/domain/dates';
import { dueOnProblem, requestItems, requestObstacle } from '@/lib/domain/request';
import { forbidden, invalid, ok, refused } from '@/lib/domain/result';
import { optionalTextSchema } from '@/lib/domain/text-schema';
import { assigneeProblem, caseChanged, markSchema, referenceSchema } from './case-guards';

const input = z.object({
  reference: referenceSchema,
  message: optionalTextSchema({ what: 'Message', max: 2000 }).default(''),
  /** 'yyyy-mm-dd'. */
  dueOn: z.string(),
  version: markSchema,
});

/**
 * Sends what is missing to the supplier, in the words of the reviews, and stops the assessor's clock
 * (domain, the information request). `version` is the mark of the case that was previewed. Answers
 * the request's id. Problems: those of the case's assessor, `conflict` when anything changed since
 * the preview, `invalid` (dueOn, message), `refused` 'not_reviewed', 'nothing_missing' or
 * 'no_request_left'.
 */
export const sendInformationRequest = defineCaseCommand({
  name: 'request.send',
  permission: 'case:review',
  input,
  run: async (context) => {
    const { tx, actor, application, input, now, today } = context;
    if (actor.kind !== 'person') return forbidden();
    const notTheirs = await assigneeProblem(context, ['in_assessment']);
    if (notTheirs) return notTheirs;
    const rounds = await readRounds(tx, application.id);
    const mark = markOf(application.version, rounds);
    if (input.version !== mark) return caseChanged(mark);
    const facts = decisionFacts(
      rounds,
      await readRequests(tx, application.id),
      today,
      application.requestsMost,
    );
    const obstacle = requestObstacle({ ...facts, requestsSent: application.requestsSent });
    if (obstacle) return refused(obstacle.code, obstacle.message);
    const dueOn = parsePlainDate(input.dueOn);
    const wrong =
      dueOn === null ? 'Enter the due date' : dueOnProblem(await readCalendar(tx), dueOn, today);
    if (dueOn === null || wrong) return invalid({ field: 'dueOn', message: wrong ?? '' });

    const { round, id: applicationId, organisationId } = application;
    const items = requestItems(
      rounds.at(-1)?.reviews ?? new Map(),
      await readGuidance(tx, application),
    );
    const [request] = await tx
      .insert(informationRequests)
      .values({
        ...{ applicationId, organisationId, round, dueOn, message: input.message.trim() },
        ...{ status: 'open', sentAt: now, sentBy: actor.personId },
      })
      .returning({ id: informationRequests.id });
    if (!request) throw new Error('the request was not stored');
    await tx
      .insert(informationRequestItems)
      .values(items.map((item) => ({ ...item, requestId: request.id, organisationId })));
    const moved = await moveApplication(
      context,
      'request_information',
      {
        type: 'request.sent',
        contents: { round, dueOn, message: input.message.trim(), questions: items },
      },
      { changes: { dueOn, requestsSent: application.requestsSent + 1 } },
    );
    return moved.ok ? ok({ id: request.id }) : moved;
  },
});
