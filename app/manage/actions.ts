'use server';

import { go } from '@/app/go';
import { actorForAction } from '@/lib/auth/session';
import {
  type FormState,
  failedFormState,
  listValue,
  readFormData,
  textValue,
} from '@/lib/domain/form-state';
import { can } from '@/lib/domain/permissions';
import { readChosen, readListQuery, reassignQuery } from '@/lib/domain/reassign';
import type { FieldProblem } from '@/lib/domain/result';
import { paths } from '@/lib/paths';

/** Leads from the chosen applications to what would move and what would not. */
export async function previewReassignAction(state: FormState, data: FormData): Promise<FormState> {
  const values = readFormData(data, { one: ['assigneeId', 'list'], many: ['chosen'] });
  const actor = await actorForAction();
  // In a tab that somebody opened while they were a manager.
  if (!can(actor, 'case:reassign')) go(`${paths.assess}?told=no-manager`);
  const chosen = readChosen(listValue(values, 'chosen'));
  const to = textValue(values, 'assigneeId');
  const problems: FieldProblem[] = [];
  if (chosen.length === 0)
    problems.push({ field: 'chosen', message: 'Select the applications to reassign' });
  if (to === '') problems.push({ field: 'assigneeId', message: 'Select an assessor' });
  if (problems.length > 0) return failedFormState(state, problems, values);
  const list = readListQuery(textValue(values, 'list'));
  go(`${paths.reassign}?${reassignQuery({ from: '', to, chosen, list })}`);
}
