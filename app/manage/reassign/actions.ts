'use server';

import { go } from '@/app/go';
import { type Reassigned, writeReassigned } from '@/app/manage/reassigned';
import { actorForAction } from '@/lib/auth/session';
import { assignCase } from '@/lib/commands/assess/assign-case';
import { type FormState, listValue, readFormData, textValue } from '@/lib/domain/form-state';
import { can } from '@/lib/domain/permissions';
import { queueQuery, readQueueView } from '@/lib/domain/queue';
import { readChosen, staysBecause } from '@/lib/domain/reassign';
import { paths } from '@/lib/paths';

/**
 * Gives each application that was looked at to one assessor, judged one by one in the version that
 * was looked at; what changed meanwhile stays, and is told of.
 */
export async function confirmReassignAction(_: FormState, data: FormData): Promise<FormState> {
  const values = readFormData(data, { one: ['to', 'list', 'from'], many: ['chosen'] });
  const actor = await actorForAction();
  // In a tab that somebody opened while they were a manager.
  if (!can(actor, 'case:reassign')) go(`${paths.assess}?told=no-manager`);
  const to = textValue(values, 'to');
  const outcome: Reassigned = { moved: 0, to, kept: [] };
  for (const { reference, version } of readChosen(listValue(values, 'chosen'))) {
    const done = await assignCase(actor, { reference, version, assigneeId: to });
    if (done.ok) outcome.moved += 1;
    else outcome.kept.push({ reference, because: staysBecause(done.problem) });
  }
  const told = writeReassigned(outcome);
  if (textValue(values, 'from') !== '') go(`${paths.manageWho}?${told}`);
  const typed = Object.fromEntries(new URLSearchParams(textValue(values, 'list')));
  const query = queueQuery(readQueueView(typed, 'confirm'), 'confirm');
  go(`${paths.manage}${query}${query === '' ? '?' : '&'}${told}`);
}
