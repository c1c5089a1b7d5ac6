import { sql } from 'drizzle-orm';
import { readLapseCounts } from '@/db/assurances';
import { readCalendar } from '@/db/calendars';
import { asActor, type Tx } from '@/db/client';
import { assessorPace, type Pace, paceSince } from '@/lib/domain/assessor-pace';
import { londonDate } from '@/lib/domain/clock';
import type { PlainDate } from '@/lib/domain/dates';
import type { LapseCount, LapseCursor, LapseWhich } from '@/lib/domain/lapses';
import { can, type PersonActor } from '@/lib/domain/permissions';
import { now } from '@/lib/ports/clock';
import { type LapseList, readLapses } from './list-lapses';

/** How many that lapsed stand above the list of the next ones. */
const LAPSED_SHOWN = 10;

export type Lapses = {
  today: PlainDate;
  counts: LapseCount[];
  pace: Pace;
  /** When all approvals were last held against the register, and whether they are being so now. */
  judged: { at: Date | null; open: boolean };
  list: LapseList;
  /** The first of those that lapsed, where the list begins with the next ones. */
  lapsed: LapseList | null;
};

async function readPace(tx: Tx, today: PlainDate): Promise<Pace> {
  const [row] = await tx.execute<{ decided: number; assessors: number }>(sql`
    select coalesce(sum(cases), 0)::integer as decided, count(distinct assessor_id)::integer as assessors
    from figure_sums where period = 'week' and measure = 'decided' and assessor_id is not null
      and starts_on >= ${paceSince(today)}::date`);
  return assessorPace(await readCalendar(tx), row ?? { decided: 0, assessors: 0 }, today);
}

async function readJudged(tx: Tx): Promise<Lapses['judged']> {
  const [row] = await tx.execute<{ at: string | null; open: boolean }>(sql`
    select (select ended_at from judging_runs where state = 'done' order by asked_at desc, id desc limit 1) as at,
      exists (select from judging_runs where state <> 'done') as open`);
  return { at: row?.at ? new Date(row.at) : null, open: row?.open ?? false };
}

/**
 * Until when the approvals in force are assured, how many end when and by what, and the list that is
 * asked for. Null for whoever is no manager.
 */
export async function getLapses(
  actor: PersonActor,
  which: LapseWhich,
  { after, most }: { after: LapseCursor | null; most: number },
): Promise<Lapses | null> {
  if (!can(actor, 'figures:view')) return null;
  const today = londonDate(now());
  return asActor(actor, async (tx) => ({
    today,
    counts: await readLapseCounts(tx),
    pace: await readPace(tx, today),
    judged: await readJudged(tx),
    list: await readLapses(tx, which, { today, after, most }),
    lapsed:
      which === 'next' && !after
        ? await readLapses(tx, 'lapsed', { today, after, most: LAPSED_SHOWN })
        : null,
  }));
}
