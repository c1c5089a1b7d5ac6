'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { actorForAction } from '@/lib/auth/session';
import { takeNextCase } from '@/lib/commands/assess/take-next-case';
import { paths } from '@/lib/paths';

/** Gives the reader the case that is due first and goes to it. */
export async function takeNextAction(): Promise<void> {
  const actor = await actorForAction();
  const taken = await takeNextCase(actor, {});
  if (!taken.ok && taken.problem.kind === 'refused')
    redirect(`${paths.assess}?told=absent` as Route);
  if (!taken.ok) redirect(paths.notFound as Route);
  const { reference } = taken.value;
  const next = reference ? paths.assessment(reference) : `${paths.assess}?told=none-waiting`;
  redirect(next as Route);
}
