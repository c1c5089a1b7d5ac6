'use server';

import type { Route } from 'next';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { formStateFor } from '@/app/form-result';
import { actorForAction, forgetWords } from '@/lib/auth/session';
import { recommendDecision } from '@/lib/commands/assess/recommend-decision';
import { dateProblemMessage, readDateFields } from '@/lib/domain/dates';
import {
  type FormState,
  type FormValues,
  failedFormState,
  readFormData,
  textValue,
} from '@/lib/domain/form-state';
import { questionOf } from '@/lib/domain/questions/catalogue';
import { QUESTION_IDS, type QuestionId } from '@/lib/domain/questions/types';
import type { FieldProblem } from '@/lib/domain/result';
import { paths } from '@/lib/paths';

const namesFor = (id: QuestionId) => [
  `condition-${id}`,
  ...['day', 'month', 'year'].map((part) => `dueOn-${id}-${part}`),
];

type Read = {
  condition: { questionId: QuestionId; text: string; dueOn: string } | null;
  problem: FieldProblem | null;
};

function dueDateOf(id: QuestionId): string {
  const { number, short } = questionOf(id);
  return `Due date of the condition for ${number ?? short}`;
}

/** One condition out of the form; nothing typed is no condition, which the command judges. */
function readCondition(values: FormValues, id: QuestionId): Read {
  const text = textValue(values, `condition-${id}`);
  const part = (name: string) => textValue(values, `dueOn-${id}-${name}`);
  const read = readDateFields({ day: part('day'), month: part('month'), year: part('year') });
  const untouched = text.trim() === '' && !read.ok && read.problem === 'missing';
  if (untouched) return { condition: null, problem: null };
  if (read.ok) return { condition: { questionId: id, text, dueOn: read.date }, problem: null };
  const message = dateProblemMessage(read.problem, dueDateOf(id), read.fields);
  const problem = { field: `dueOn-${id}-${read.fields[0] ?? 'day'}`, message };
  return { condition: null, problem };
}

/** Recommends a decision to a second person. */
export async function recommendAction(state: FormState, data: FormData): Promise<FormState> {
  const values = readFormData(data, {
    one: ['reference', 'version', 'outcome', 'reasons', ...QUESTION_IDS.flatMap(namesFor)],
  });
  const reference = encodeURIComponent(textValue(values, 'reference'));
  const actor = await actorForAction({ path: paths.caseRecommend(reference), values });
  const asked = textValue(values, 'outcome') === 'approved_with_conditions' ? QUESTION_IDS : [];
  const read = asked.map((id) => readCondition(values, id));
  const problems = read.flatMap(({ problem }) => problem ?? []);
  if (problems.length > 0) return failedFormState(state, problems, values);
  const conditions = read.flatMap(({ condition }) => condition ?? []);
  const result = await recommendDecision(actor, { ...values, conditions });
  if (!result.ok) return formStateFor(result.problem, state, values);
  await forgetWords(actor, paths.caseRecommend(reference));
  revalidatePath(paths.assessment(reference));
  redirect(paths.assessment(reference) as Route);
}
