import { and, eq } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { spotCheckMarks, spotChecks } from '@/db/schema';
import { readSampled, type Sampled } from '@/db/spot-check-items';
import { londonDate } from '@/lib/domain/clock';
import type { PlainDate } from '@/lib/domain/dates';
import { isId } from '@/lib/domain/ids';
import { can, isSupplier, type PersonActor } from '@/lib/domain/permissions';
import type { SpotCheckState } from '@/lib/domain/spot-check';
import { type Standing, standingOf } from '@/lib/domain/spot-check-standing';
import { now } from '@/lib/ports/clock';

export type OwnItem = Sampled &
  Pick<Standing, 'answered' | 'asked' | 'draft'> & {
    /** What the assessor found, once the check is finished or it is asked for again. */
    found: { satisfactory: boolean; reason: string } | null;
  };
export type OwnSpotCheck = {
  id: string;
  number: number;
  state: SpotCheckState;
  dueOn: PlainDate;
  message: string;
  drawnOn: PlainDate;
  answeredAt: Date | null;
  closedAt: Date | null;
  /** Why it was cancelled; '' where it was not. */
  cancelReason: string;
  round: number;
  today: PlainDate;
  mayAnswer: boolean;
  items: OwnItem[];
};

/**
 * A spot check as its supplier reads it: what is asked for, what the portal holds of it, and once it
 * is finished what was found, without names. Null when there is none, or it is another supplier's.
 */
export async function getOwnSpotCheck(
  actor: PersonActor,
  id: string,
): Promise<OwnSpotCheck | null> {
  if (!isSupplier(actor) || !can(actor, 'onboarding:view') || !isId(id)) return null;
  return asActor(actor, async (tx) => {
    const [row] = await tx
      .select({
        id: spotChecks.id,
        number: spotChecks.number,
        state: spotChecks.state,
        dueOn: spotChecks.dueOn,
        message: spotChecks.message,
        drawnOn: spotChecks.drawnOn,
        answeredAt: spotChecks.answeredAt,
        closedAt: spotChecks.closedAt,
        cancelReason: spotChecks.cancelReason,
        round: spotChecks.round,
        roundAt: spotChecks.roundAt,
      })
      .from(spotChecks)
      .where(and(eq(spotChecks.organisationId, actor.organisationId), eq(spotChecks.id, id)));
    if (!row) return null;
    const { roundAt: _roundAt, ...check } = row;
    const found = await tx
      .select({
        itemId: spotCheckMarks.itemId,
        satisfactory: spotCheckMarks.satisfactory,
        reason: spotCheckMarks.reason,
      })
      .from(spotCheckMarks)
      .where(eq(spotCheckMarks.spotCheckId, id));
    const marks = new Map(found.map(({ itemId, ...mark }) => [itemId, mark]));
    const items = await readSampled(tx, id);
    return {
      ...check,
      today: londonDate(now()),
      mayAnswer: row.state === 'open' && can(actor, 'spot-check:answer'),
      items: items.map((item) => {
        const { answered, asked, draft } = standingOf(item, row, null);
        return { ...item, found: marks.get(item.id) ?? null, answered, asked, draft };
      }),
    };
  });
}
