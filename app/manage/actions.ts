'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { actorForAction } from '@/lib/auth/session';
import { assignCase } from '@/lib/commands/assess/assign-case';
import {
  type FormState,
  failedFormState,
  listValue,
  readFormData,
  textValue,
} from '@/lib/domain/form-state';
import { PAGE_ROWS, queueQuery, readQueueView } from '@/lib/domain/queue';
import type { FieldProblem, Problem } from '@/lib/domain/result';
import { paths } from '@/lib/paths';
import { isKeptBecause, type KeptBecause, writeReassigned } from './reassigned';

const ABSENT = 'Select somebody who is not absent';

/** Gives each chosen application to one assessor, judged one by one; the rest stay where they are. */
export async function reassignAction(state: FormState, data: FormData): Promise<FormState> {
  const values = readFormData(data, { one: ['assigneeId', 'list'], many: ['chosen'] });
  const actor = await actorForAction();
  const chosen = listValue(values, 'chosen').slice(0, PAGE_ROWS);
  const to = textValue(values, 'assigneeId');
  const problems: FieldProblem[] = [];
  if (chosen.length === 0)
    problems.push({ field: 'chosen', message: 'Select the applications to reassign' });
  if (to === '') problems.push({ field: 'assigneeId', message: 'Select an assessor' });
  if (problems.length > 0) return failedFormState(state, problems, values);
  let moved = 0;
  const kept: { reference: string; because: KeptBecause }[] = [];
  for (const choice of chosen) {
    const [reference = '', version = ''] = choice.split('.');
    const done = await assignCase(actor, { reference, version, assigneeId: to });
    if (done.ok) {
      moved += 1;
      continue;
    }
    const because = reasonOf(done.problem);
    // Of the assessor rather than of one application.
    if (because === 'not_an_assessor' || because === 'absent') {
      const message = because === 'absent' ? ABSENT : 'Select somebody who is an assessor now';
      return failedFormState(state, [{ field: 'assigneeId', message }], values);
    }
    kept.push({ reference, because });
  }
  // Read again, so that a hidden field cannot lead anywhere but to this list.
  const list = Object.fromEntries(new URLSearchParams(textValue(values, 'list')));
  const query = queueQuery(readQueueView(list, 'confirm'), 'confirm');
  const outcome = writeReassigned({ moved, to, kept });
  redirect(`${paths.manage}${query}${query === '' ? '?' : '&'}${outcome}` as Route);
}

function reasonOf(problem: Problem): KeptBecause | 'not_an_assessor' | 'absent' {
  if (problem.kind === 'forbidden') redirect(paths.notFound as Route);
  const code = problem.kind === 'refused' ? problem.code : problem.kind;
  if (code === 'not_an_assessor' || code === 'absent') return code;
  return isKeptBecause(code) ? code : 'not_found';
}
