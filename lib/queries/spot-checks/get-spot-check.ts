import { and, eq } from 'drizzle-orm';
import { asActor, type Tx } from '@/db/client';
import { people, products, spotCheckMarks, spotChecks } from '@/db/schema';
import { readSampled, type Sampled } from '@/db/spot-check-items';
import { findSupplier, hasInterestIn, recordOf } from '@/db/suppliers';
import { londonDate } from '@/lib/domain/clock';
import type { PlainDate } from '@/lib/domain/dates';
import { isId } from '@/lib/domain/ids';
import { type Actor, can } from '@/lib/domain/permissions';
import {
  type FrameId,
  mayCancel,
  mayMark,
  type SpotCheckResult,
  type SpotCheckState,
} from '@/lib/domain/spot-check';
import { standingOf, toAskAgain } from '@/lib/domain/spot-check-standing';
import { now } from '@/lib/ports/clock';

export type Mark = {
  satisfactory: boolean;
  reason: string;
  staffNote: string;
  by: string;
  at: Date;
  version: number;
  round: number;
};
/** Without the words as they stand, which are the supplier's alone until they are sent. */
export type MarkedItem = Omit<Sampled, 'note' | 'noteRound'> & {
  mark: Mark | null;
  /** Whether the mark stands; one from before it was asked for again, or sent, does not. */
  marked: boolean;
  /** Whether the last request asks for it. */
  asked: boolean;
};
export type SpotCheckView = {
  id: string;
  number: number;
  supplier: { name: string; record: string };
  state: SpotCheckState;
  frame: FrameId;
  /** The product that it was drawn of; null for all. */
  product: string | null;
  frameCount: number;
  frameSha256: string;
  size: number;
  seed: string;
  drawnOn: PlainDate;
  drawnBy: string;
  dueOn: PlainDate;
  message: string;
  answeredAt: Date | null;
  closedAt: Date | null;
  today: PlainDate;
  items: MarkedItem[];
  /** Why it was cancelled; '' where it was not. */
  cancelReason: string;
  round: number;
  /** How many the reader may ask for again now. */
  toAskAgain: number;
  mayCancel: boolean;
  /** Whether the reader declared a conflict of interest with the supplier. */
  conflicted: boolean;
  /** Whether the reader may mark now. */
  mayMark: boolean;
  /** The sum of the versions of the marks, which finishing it must have seen. */
  seen: number;
  result: SpotCheckResult;
};

const readMarks = (tx: Tx, spotCheckId: string) =>
  tx
    .select({
      itemId: spotCheckMarks.itemId,
      satisfactory: spotCheckMarks.satisfactory,
      reason: spotCheckMarks.reason,
      staffNote: spotCheckMarks.staffNote,
      by: people.name,
      at: spotCheckMarks.markedAt,
      version: spotCheckMarks.version,
      round: spotCheckMarks.round,
    })
    .from(spotCheckMarks)
    .innerJoin(people, eq(people.id, spotCheckMarks.markedBy))
    .where(eq(spotCheckMarks.spotCheckId, spotCheckId));

/**
 * A spot check of the supplier that an address names, as staff read it: how it was drawn, what came,
 * and what was found. Null when there is none, when it is another supplier's, and for suppliers.
 */
export async function getSpotCheck(
  actor: Actor,
  named: string,
  id: string,
): Promise<SpotCheckView | null> {
  if (!can(actor, 'onboarding:oversee') || !isId(id)) return null;
  const today = londonDate(now());
  return asActor(actor, async (tx) => {
    const supplier = await findSupplier(tx, named);
    if (!supplier) return null;
    const [row] = await tx
      .select({
        id: spotChecks.id,
        number: spotChecks.number,
        state: spotChecks.state,
        frame: spotChecks.frame,
        product: products.name,
        frameCount: spotChecks.frameCount,
        frameSha256: spotChecks.frameSha256,
        size: spotChecks.size,
        seed: spotChecks.seed,
        drawnOn: spotChecks.drawnOn,
        drawnBy: people.name,
        dueOn: spotChecks.dueOn,
        message: spotChecks.message,
        answeredAt: spotChecks.answeredAt,
        closedAt: spotChecks.closedAt,
        cancelReason: spotChecks.cancelReason,
        round: spotChecks.round,
        roundAt: spotChecks.roundAt,
      })
      .from(spotChecks)
      .innerJoin(people, eq(people.id, spotChecks.drawnBy))
      .leftJoin(products, eq(products.id, spotChecks.productId))
      .where(and(eq(spotChecks.id, id), eq(spotChecks.organisationId, supplier.id)));
    if (!row) return null;
    const marks = new Map((await readMarks(tx, id)).map(({ itemId, ...mark }) => [itemId, mark]));
    const { roundAt: _roundAt, ...check } = row;
    const sampled = (await readSampled(tx, id)).map((item) => ({
      ...item,
      mark: marks.get(item.id) ?? null,
    }));
    const items = sampled.map((whole): MarkedItem => {
      const { marked, asked } = standingOf(whole, row, whole.mark);
      const { note: _note, noteRound: _noteRound, ...item } = whole;
      // Files that were sent for another spot check are not of this one.
      return { ...item, files: item.sent.length > 0 ? item.files : [], marked, asked };
    });
    const all = [...marks.values()];
    const conflicted =
      actor.kind === 'person' && (await hasInterestIn(tx, actor.personId, supplier.id));
    const runs = can(actor, 'spot-check:run') && !conflicted;
    const again =
      row.state === 'answered' ? toAskAgain(sampled, row) : items.filter(({ asked }) => asked);
    return {
      ...check,
      supplier: { name: supplier.name, record: recordOf(supplier) },
      ...{ items, today, conflicted },
      mayMark: runs && mayMark(row, today),
      mayCancel: runs && mayCancel(row.state),
      toAskAgain: runs && mayMark(row, today) ? again.length : 0,
      seen: all.reduce((sum, { version }) => sum + version, 0),
      result: {
        satisfactory: items.filter(({ mark, marked }) => marked && mark?.satisfactory).length,
        of: items.length,
      },
    };
  });
}
