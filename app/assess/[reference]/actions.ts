'use server';

import type { Route } from 'next';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { formStateFor } from '@/app/form-result';
import { actorForAction, currentPath, forgetWords } from '@/lib/auth/session';
import { assignCase } from '@/lib/commands/assess/assign-case';
import { reviewQuestion } from '@/lib/commands/assess/review-question';
import { upholdReview } from '@/lib/commands/assess/uphold-review';
import { writeStaffNote } from '@/lib/commands/assess/write-staff-note';
import {
  type FormState,
  type FormValues,
  failedFormState,
  listValue,
  readFormData,
  textValue,
} from '@/lib/domain/form-state';
import type { PersonActor } from '@/lib/domain/permissions';
import { findQuestion } from '@/lib/domain/questions/catalogue';
import type { Conflict, Problem } from '@/lib/domain/result';
import { noteWithMissing, VERDICT_LABELS, type Verdict } from '@/lib/domain/review';
import { formatTime } from '@/lib/format';
import { paths } from '@/lib/paths';
import { getPoints } from '@/lib/queries/assess/get-points';

const FIELDS = ['form', 'version', 'reference', 'round', 'questionId', 'next', 'intent'];
const TEXTS = ['verdict', 'noteToSupplier', 'staffNote', 'body', 'reason'];

const caseOf = (values: FormValues) =>
  paths.assessment(encodeURIComponent(textValue(values, 'reference')));

/** Where the reader goes on: the next question without a verdict, or the end of the page. */
function onwards(values: FormValues): never {
  const next = findQuestion(textValue(values, 'next'));
  redirect(`${caseOf(values)}#${next ? `question-${next.id}` : 'finish'}` as Route);
}

/** Both versions: theirs in words, one's own still in the form, to be saved over it or not. */
function conflictState(conflict: Conflict, state: FormState, values: FormValues): FormState {
  const { changedBy, changedAt, fields, version } = conflict;
  const verdict = fields.verdict as Verdict | '' | undefined;
  const theirs = verdict ? `‘${VERDICT_LABELS[verdict].label}’` : 'no verdict';
  const note = fields.noteToSupplier ? ` with the note ‘${fields.noteToSupplier}’` : '';
  const who = `${changedBy ?? 'Somebody'}${changedAt ? ` at ${formatTime(changedAt)}` : ''}`;
  const message = `This question was saved by ${who}, after you opened the page: ${theirs}${note}. What you chose is still here. Save it again to replace theirs.`;
  return failedFormState(state, [{ field: '', message }], { ...values, version: String(version) });
}

function failure(problem: Problem, state: FormState, values: FormValues): FormState {
  return problem.kind === 'conflict' && textValue(values, 'form').startsWith('review-')
    ? conflictState(problem.conflict, state, values)
    : formStateFor(problem, state, values);
}

const POINT = /^point-([a-z0-9-]{1,40})$/;

/** The marks of coverage points, by the names that the form has: which there are, the guidance says. */
const marksOf = (values: FormValues): [string, string][] =>
  Object.keys(values).flatMap((name) => {
    const [, id] = POINT.exec(name) ?? [];
    const mark = textValue(values, name);
    return id && mark !== '' ? [[id, mark]] : [];
  });

/** The words of the points marked not covered, as the application's guidance has them. */
async function missingTexts(values: FormValues): Promise<string[]> {
  const actor = await actorForAction({ path: `${caseOf(values)}?kept=1`, values });
  const question = findQuestion(textValue(values, 'questionId'));
  if (!question) return [];
  const points = await getPoints(actor, textValue(values, 'reference'), question.id);
  const marks = new Map(marksOf(values));
  return points.filter(({ id }) => marks.get(id) === 'not_covered').map(({ text }) => text);
}

async function review(actor: PersonActor, values: FormValues) {
  return reviewQuestion(actor, {
    reference: textValue(values, 'reference'),
    round: textValue(values, 'round'),
    questionId: textValue(values, 'questionId'),
    version: textValue(values, 'version'),
    verdict: textValue(values, 'verdict'),
    points: Object.fromEntries(marksOf(values)),
    reasons: listValue(values, 'reasons'),
    noteToSupplier: textValue(values, 'noteToSupplier'),
    staffNote: textValue(values, 'staffNote'),
  });
}

async function perform(actor: PersonActor, values: FormValues) {
  const reference = textValue(values, 'reference');
  if (textValue(values, 'form').startsWith('review-')) return review(actor, values);
  if (textValue(values, 'form') === 'take') {
    const version = Number(textValue(values, 'version'));
    return assignCase(actor, { reference, assigneeId: actor.personId, version });
  }
  if (textValue(values, 'form') === 'uphold')
    return upholdReview(actor, { reference, reason: textValue(values, 'reason') });
  const questionId = textValue(values, 'questionId');
  return writeStaffNote(actor, { reference, questionId, body: textValue(values, 'body') });
}

/** Every form of the case's screen posts here: a verdict, a note for staff, taking the case. */
export async function saveCaseFormAction(state: FormState, data: FormData): Promise<FormState> {
  const question = findQuestion(String(data.get('questionId') ?? ''));
  const marks = [...data.keys()].filter((name) => POINT.test(name));
  const values = readFormData(data, { one: [...FIELDS, ...TEXTS, ...marks], many: ['reasons'] });
  if (textValue(values, 'intent') === 'missing') {
    const texts = await missingTexts(values);
    const noteToSupplier = noteWithMissing(textValue(values, 'noteToSupplier'), texts);
    return failedFormState(state, [], { ...values, noteToSupplier });
  }
  const kept = `${caseOf(values)}?kept=1`;
  const actor = await actorForAction({ path: kept, values });
  const result = await perform(actor, values);
  if (!result.ok) return failure(result.problem, state, values);
  if ((await currentPath()).includes('kept=')) await forgetWords(actor, kept);
  // The way back is this very page: without this the router would show what it had.
  revalidatePath(caseOf(values));
  const form = textValue(values, 'form');
  if (form.startsWith('review-')) onwards(values);
  redirect(`${caseOf(values)}${question ? `#question-${question.id}` : ''}` as Route);
}
