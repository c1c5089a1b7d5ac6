import { lookUpOds } from '@/lib/commands/ods/look-up-ods';
import type { OdsTrouble } from '@/lib/domain/ods-lookup';
import type { PersonActor } from '@/lib/domain/permissions';
import { odsApi } from '@/lib/ports/ods-api';

/** Why no answer came, as the address says it; empty where one came or nobody can be asked. */
export type CodeChecked = { ods?: OdsTrouble };

/** Asks ODS about the code of an organisation, where it can be asked. Saving never depends on it. */
export async function checkCode(actor: PersonActor, code: string): Promise<CodeChecked> {
  if (code.trim() === '' || !odsApi()) return {};
  const answer = await lookUpOds(actor, { code });
  if (answer.ok || answer.problem.kind !== 'refused') return {};
  return { ods: answer.problem.code as OdsTrouble };
}
