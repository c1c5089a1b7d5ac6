import { type SQL, sql } from 'drizzle-orm';
import { ONBOARDING_STATE_IDS, type OnboardingState } from '@/lib/domain/onboarding';
import { VERDICT_IDS, type Verdict } from '@/lib/domain/onboarding-verdict';
import type { EuoCount } from '@/lib/domain/supplier-list';

/** Counts stop one past it. */
const EUOS_COUNTED = 1000;

const LIVE = sql`e.state = 'live'`;
const CONDITIONS: Record<EuoCount, SQL> = {
  live: LIVE,
  lapsed: sql`${LIVE} and e.verdict = 'lapsed'`,
  not_ready: sql`${LIVE} and e.verdict = 'not_ready'`,
  not_proven: sql`${LIVE} and e.verdict = 'not_proven'`,
  overridden: sql`e.overridden_by is not null`,
  outdated: sql`e.flags @> '{aup_outdated}'::text[]`,
};

const capped = (organisation: SQL, condition: SQL): SQL => sql`(select count(*) from (
  select 1 from onboardings e where e.organisation_id = ${organisation} and ${condition}
  limit ${EUOS_COUNTED + 1}) c)::integer`;

/** The columns of `EuoCounts` for an organisation, each counted up to a cap on an index of its own. */
export const euoCountColumns = (organisation: SQL): SQL =>
  sql.join(
    Object.entries(CONDITIONS).map(
      ([name, condition]) => sql`${capped(organisation, condition)} as ${sql.identifier(name)}`,
    ),
    sql`, `,
  );

export type EuoMatrix = Record<OnboardingState, Record<Verdict, number>>;

/** One count for each state and verdict of an organisation, as a JSON object of objects. */
export const euoMatrix = (organisation: SQL): SQL => {
  const cells = (state: string) =>
    VERDICT_IDS.map((verdict) => {
      const condition = sql`e.state = ${state} and e.verdict = ${verdict}`;
      return sql`${sql.raw(`'${verdict}'`)}, ${capped(organisation, condition)}`;
    });
  const rows = ONBOARDING_STATE_IDS.map(
    (state) => sql`${sql.raw(`'${state}'`)}, json_build_object(${sql.join(cells(state), sql`, `)})`,
  );
  return sql`json_build_object(${sql.join(rows, sql`, `)})`;
};
