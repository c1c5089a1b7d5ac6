import { forgetWords, keepTyped, keptWords } from '@/lib/auth/session';
import type { FormValues } from '@/lib/domain/form-state';
import { can, type PersonActor } from '@/lib/domain/permissions';
import type { Problem } from '@/lib/domain/result';
import { readTypedDate } from '@/lib/domain/typed-date';
import type { Path } from '@/lib/paths';

const overrideOf = (path: Path) => `${path}?override=yes` as const;

/**
 * Where an onboarding is not ready as at the day typed, the refusal with the way for a signatory too,
 * at which what was typed is there again; any other problem, and anybody else's, as it is.
 */
export async function offerOverride(
  actor: PersonActor,
  problem: Problem,
  { path, values, message }: { path: Path; values: FormValues; message: string },
): Promise<Problem> {
  const refused = problem.kind === 'invalid' && problem.fields.some(({ field }) => !field);
  if (!refused || !can(actor, 'onboarding:override')) return problem;
  // Not beside older words, which would be taken for newer ones.
  await forgetWords(actor, path);
  await keepTyped(actor, overrideOf(path), values);
  const on = readTypedDate(values, 'on', '');
  const href = `${overrideOf(path)}${on.ok ? `&on=${on.date}` : ''}` as const;
  return { ...problem, fields: [...problem.fields, { field: '', message, href }] };
}

/** What a signatory typed before the refusal that led to the override; null where there is nothing. */
export const typedBeforeOverride = (actor: PersonActor, path: Path): Promise<FormValues | null> =>
  keptWords(actor, overrideOf(path));

/** Forgets what was typed with and without an override, once it is saved. */
export async function forgetGoLiveWords(actor: PersonActor, path: Path): Promise<void> {
  await forgetWords(actor, path);
  await forgetWords(actor, overrideOf(path));
}
