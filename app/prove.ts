import { headers } from 'next/headers';
import { prove } from '@/lib/auth/second-factor';
import { currentSession } from '@/lib/auth/session';
import { clientOf } from '@/lib/auth/sign-in-limits';
import { readFormData, textValue } from '@/lib/domain/form-state';
import { atHome, type PersonActor } from '@/lib/domain/permissions';
import type { FieldProblem } from '@/lib/domain/result';
import { refusalWords } from '@/lib/domain/second-factor';
import { isProved, PROOF_FIELD } from '@/lib/domain/step-up';
import { formatTime } from '@/lib/format';
import { now } from '@/lib/ports/clock';

type Proved = { ok: true; actor: PersonActor } | { ok: false; problem: FieldProblem };

/**
 * Takes the code or password that a form brings, where the person has not proved in the last minutes
 * that it is them. A form without one goes on: the command asks, and the form then shows the field.
 */
export async function proveByForm(actor: PersonActor, data: FormData): Promise<Proved> {
  const typed = textValue(readFormData(data, { one: [PROOF_FIELD] }), PROOF_FIELD);
  const session = await currentSession();
  if (typed === '' || !session || isProved(actor, now())) return { ok: true, actor };
  const answer = await prove(
    { id: session.id, actor: atHome(actor), client: clientOf(await headers()) },
    typed,
  );
  if (answer.ok) return { ok: true, actor: { ...actor, proof: { at: now(), way: answer.way } } };
  const message =
    answer.reason === 'wrong'
      ? 'That is wrong. Check it and try again'
      : refusalWords(answer, formatTime);
  return { ok: false, problem: { field: PROOF_FIELD, message } };
}
