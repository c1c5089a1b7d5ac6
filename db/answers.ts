import { and, eq } from 'drizzle-orm';
import { openQuestions } from '@/lib/domain/open-questions';
import { type Answers, QUESTION_IDS, type QuestionId } from '@/lib/domain/questions/types';
import type { LockedApplication } from './case';
import { readOpenRequest } from './case';
import type { Tx } from './client';
import { answers, informationRequestItems, people, unlockedQuestions } from './schema';

type Case = Pick<LockedApplication, 'id' | 'organisationId' | 'status' | 'round'>;

/** Every answer of an application, with who saved it last; suppliers only. */
export function readAnswerRows(tx: Tx, application: Pick<Case, 'id' | 'organisationId'>) {
  return tx
    .select({
      questionId: answers.questionId,
      fields: answers.fields,
      recorded: answers.recorded,
      version: answers.version,
      savedById: answers.savedBy,
      savedBy: people.name,
      savedAt: answers.savedAt,
    })
    .from(answers)
    .innerJoin(people, eq(people.id, answers.savedBy))
    .where(
      and(
        eq(answers.organisationId, application.organisationId),
        eq(answers.applicationId, application.id),
      ),
    );
}
export type AnswerRow = Awaited<ReturnType<typeof readAnswerRows>>[number];

/** The words alone, by question. */
export const answersOf = (rows: readonly AnswerRow[]): Answers =>
  Object.fromEntries(rows.map((row) => [row.questionId, row.fields]));

/** A mark that changes with any answer, file or date of one: what a signatory read is what is declared. */
export const markOf = (
  rows: readonly AnswerRow[],
  files: readonly { id: string; version: number }[],
): string =>
  [
    ...rows.map((row) => `${row.questionId}.${row.version}`),
    ...files.map(({ id, version }) => `${id}.${version}`),
  ]
    .sort()
    .join(' ');

/** The flagged questions of a request, as it was sent, in the order of the section. */
async function readRequestItems(tx: Tx, requestId: string) {
  const items = await tx
    .select({
      questionId: informationRequestItems.questionId,
      reasons: informationRequestItems.reasons,
      missing: informationRequestItems.missing,
      note: informationRequestItems.note,
    })
    .from(informationRequestItems)
    .where(eq(informationRequestItems.requestId, requestId));
  const place = (item: { questionId: QuestionId }) => QUESTION_IDS.indexOf(item.questionId);
  return items.sort((a, b) => place(a) - place(b));
}

/** What the supplier opened with a reason for the round that is being prepared. */
export function readUnlocked(tx: Tx, application: Case) {
  return tx
    .select({ questionId: unlockedQuestions.questionId, reason: unlockedQuestions.reason })
    .from(unlockedQuestions)
    .where(
      and(
        eq(unlockedQuestions.organisationId, application.organisationId),
        eq(unlockedQuestions.applicationId, application.id),
        eq(unlockedQuestions.round, application.round + 1),
      ),
    );
}

/** Which questions may be edited now, with the request that opens them, if there is one. */
export async function readOpenQuestions(tx: Tx, application: Case) {
  if (application.status !== 'information_requested') {
    const open: QuestionId[] = openQuestions(application.status, [], []);
    return { open, request: null, items: [], unlocked: [] };
  }
  const request = await readOpenRequest(tx, application.id);
  const items = request ? await readRequestItems(tx, request.id) : [];
  const unlocked = await readUnlocked(tx, application);
  const open = openQuestions(
    application.status,
    items.map((item) => item.questionId),
    unlocked.map((row) => row.questionId),
  );
  return { open, request, items, unlocked };
}
