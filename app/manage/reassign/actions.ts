'use server';

import { go } from '@/app/go';
import { type Reassigned, writeReassigned } from '@/app/manage/reassigned';
import { actorForAction } from '@/lib/auth/session';
import { assignCase } from '@/lib/commands/assess/assign-case';
import { type FormState, listValue, readFormData, textValue } from '@/lib/domain/form-state';
import { can } from '@/lib/domain/permissions';
import { readChosen, readListQuery, staysBecause } from '@/lib/domain/reassign';
import { paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';
import { getReassignment } from '@/lib/queries/manage/get-reassignment';

/**
 * Gives each application that was looked at to one assessor, judged one by one in the version that
 * was looked at; what changed meanwhile stays, and is told of with what holds of it by now.
 */
export async function confirmReassignAction(_: FormState, data: FormData): Promise<FormState> {
  const values = readFormData(data, { one: ['to', 'list', 'from'], many: ['chosen'] });
  const actor = await actorForAction();
  // In a tab that somebody opened while they were a manager.
  if (!can(actor, 'case:reassign')) go(`${paths.assess}?told=no-manager`);
  const to = textValue(values, 'to');
  const outcome: Reassigned = { moved: 0, to, kept: [] };
  const kept: ReturnType<typeof readChosen> = [];
  for (const { reference, version } of readChosen(listValue(values, 'chosen'))) {
    const done = await assignCase(actor, { reference, version, assigneeId: to });
    if (done.ok) outcome.moved += 1;
    else {
      kept.push({ reference, version });
      outcome.kept.push({ reference, because: staysBecause(done.problem) });
    }
  }
  if (kept.length > 0) {
    const view = await getReassignment(actor, { from: '', to, chosen: kept, list: '' });
    const why = new Map(view?.rows.map(({ reference, because }) => [reference, because]));
    for (const one of outcome.kept) one.because = why.get(one.reference) ?? one.because;
  }
  const told = writeReassigned(outcome, actor, now());
  if (textValue(values, 'from') !== '') go(`${paths.manageWho}?${told}`);
  const query = readListQuery(textValue(values, 'list'));
  go(`${paths.manage}${query}${query === '' ? '?' : '&'}${told}`);
}
