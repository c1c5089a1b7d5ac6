import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { asActor } from '@/db/client';
import { keepOdsAnswer, readOdsFact, readRecentAnswer } from '@/db/ods';
import { judgeOnboardings } from '@/db/onboardings';
import { countAttempt } from '@/db/throttles';
import { type Command, defineCommand } from '@/lib/commands/define-command';
import { readOdsCode } from '@/lib/domain/ods';
import type { OdsOrganisation } from '@/lib/domain/ods-answer';
import type { OdsFact } from '@/lib/domain/ods-fact';
import { HOURS_OF_AN_ANSWER, ODS_TROUBLES, type OdsTrouble } from '@/lib/domain/ods-lookup';
import { can } from '@/lib/domain/permissions';
import { forbidden, invalid, ok, refused } from '@/lib/domain/result';
import { now } from '@/lib/ports/clock';
import { odsApi } from '@/lib/ports/ods-api';

/** What everybody reads, nobody but the system writes; whoever has the code is judged by it at once. */
const keep = defineCommand<{ code: string; organisation: OdsOrganisation | null }, OdsFact>({
  name: 'ods.keep',
  permission: 'ods:keep',
  input: z.object({
    code: z.string(),
    organisation: z.custom<OdsOrganisation | null>((value) => value !== undefined),
  }),
  run: async ({ tx, input, now: at, today }) => {
    await keepOdsAnswer(tx, { ...input, at, on: today });
    await judgeOnboardings(tx, sql`o.ods_code = ${input.code}`, today);
    return ok(await readOdsFact(tx, input.code));
  },
});

/** Nobody uses up what everybody may ask together. */
const MOST_A_MINUTE = 20;

const trouble = (code: OdsTrouble) => refused(code, ODS_TROUBLES[code]);

/**
 * Asks the ODS API about a code and keeps what it answers, also that it does not know the code; an
 * answer of the last 24 hours is used again (the ODS rules). The network is asked outside of every
 * transaction. Problems: `forbidden`, `invalid` ('code'), `refused` (a trouble of ODS_TROUBLES).
 */
export const lookUpOds: Command<OdsFact> = async (actor, raw) => {
  if (!can(actor, 'ods:look-up') || actor.kind !== 'person') return forbidden();
  const input = z.object({ code: z.string() }).safeParse(raw);
  const reading = readOdsCode(input.success ? input.data.code : '');
  if (!reading.ok) return invalid({ field: 'code', message: reading.message });
  const { code } = reading;
  const at = now();
  const since = new Date(at.getTime() - HOURS_OF_AN_ANSWER * 3_600_000);
  const recent = await asActor(actor, (tx) => readRecentAnswer(tx, code, since));
  if (recent) return ok(recent);
  const api = odsApi();
  if (!api) return trouble('not_configured');
  const limit = { key: `ods:${actor.personId}`, windowSeconds: 60, most: MOST_A_MINUTE };
  if (await countAttempt([limit], at)) return trouble('too_often');
  const answer = await api.lookUp(code);
  if (answer.outcome !== 'found' && answer.outcome !== 'not_known') return trouble(answer.outcome);
  const organisation = answer.outcome === 'found' ? answer.organisation : null;
  return keep({ kind: 'system', name: 'ods' }, { code, organisation });
};
