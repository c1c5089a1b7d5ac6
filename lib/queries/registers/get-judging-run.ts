import { sql } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { isId } from '@/lib/domain/ids';
import { type Actor, can } from '@/lib/domain/permissions';
import { type JudgingReport, readJudgingReport } from './judging-report';

/** One judging of every approval and onboarding, for staff; null where there is none. */
export async function getJudgingRun(actor: Actor, id: string): Promise<JudgingReport | null> {
  if (!can(actor, 'register:view') || !isId(id)) return null;
  return asActor(actor, (tx) => readJudgingReport(tx, sql`r.id = ${id}`));
}
