import { and, count, eq, max } from 'drizzle-orm';
import { z } from 'zod';
import { readCalendar } from '@/db/calendars';
import type { Tx } from '@/db/client';
import { organisations, products, spotCheckItems, spotChecks } from '@/db/schema';
import { chainOfSpotCheck, keepDraw, queueForDraw } from '@/db/spot-checks';
import { defineCommand } from '@/lib/commands/define-command';
import { dueOnProblem } from '@/lib/domain/request';
import { forbidden, invalid, notFound, ok } from '@/lib/domain/result';
import { FRAME_IDS, FRAMES, MOST_IN_A_SAMPLE, SEED, spotCheckName } from '@/lib/domain/spot-check';
import { optionalTextSchema } from '@/lib/domain/text-schema';
import { readTypedDate } from '@/lib/domain/typed-date';
import { interestProblem } from './interest';

const SIZE = `Number of organisations must be a whole number between 1 and ${MOST_IN_A_SAMPLE}`;
const typed = z.string().max(20).default('');
const inputSchema = z.object({
  organisationId: z.uuid(),
  frame: z.enum(FRAME_IDS, { error: 'Select which organisations to draw from' }),
  /** Empty for every product. */
  productId: z.union([z.literal(''), z.uuid()], { error: 'Select a product, or every product' }),
  size: z
    .string()
    .trim()
    .regex(/^[0-9]{1,3}$/, SIZE)
    .transform(Number)
    .refine((size) => size >= 1 && size <= MOST_IN_A_SAMPLE, SIZE),
  seed: z.string().trim().regex(SEED, {
    error: 'Seed must be 1 to 64 letters, numbers, spaces or signs of an English keyboard',
  }),
  'dueOn-day': typed,
  'dueOn-month': typed,
  'dueOn-year': typed,
  message: optionalTextSchema({ what: 'Message', max: 2000 }).default(''),
});
type Input = z.infer<typeof inputSchema>;

/** The spot check that was drawn with a seed before, or null. */
async function findSeed(tx: Tx, { organisationId, seed }: Input) {
  const [row] = await tx
    .select()
    .from(spotChecks)
    .where(and(eq(spotChecks.organisationId, organisationId), eq(spotChecks.seed, seed)));
  return row ?? null;
}

async function readSupplier(tx: Tx, { organisationId, productId }: Input) {
  const [supplier] = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  if (!supplier || productId === '') return { supplier, product: null };
  const [product] = await tx
    .select({ id: products.id, name: products.name })
    .from(products)
    .where(and(eq(products.id, productId), eq(products.organisationId, organisationId)));
  return product ? { supplier, product } : { supplier: undefined, product: null };
}

async function nextNumber(tx: Tx, organisationId: string): Promise<number> {
  const [row] = await tx
    .select({ last: max(spotChecks.number), all: count() })
    .from(spotChecks)
    .where(eq(spotChecks.organisationId, organisationId));
  return (row?.last ?? 0) + 1;
}

/**
 * Draws a sample of a supplier's end user organisations by the rule of `drawSample`, keeps what it
 * was drawn from, and asks the supplier for the evidence of just those. The same draw on the same
 * day is the one that was made: a second press draws nothing more. Answers its id. Problems:
 * `forbidden`, `not_found`, `refused` 'conflict_of_interest', `invalid` (also an empty frame, and a
 * seed that was used before).
 */
export const drawSpotCheck = defineCommand<Input, { id: string }>({
  name: 'spot-check.draw',
  permission: 'spot-check:run',
  input: inputSchema,
  run: async ({ tx, actor, input, now, today, record }) => {
    if (actor.kind !== 'person') return forbidden();
    const { organisationId, frame, size, seed, message } = input;
    const due = readTypedDate(input as never, 'dueOn', 'Due date');
    if (!due.ok) return invalid(due.problem);
    const { supplier, product } = await readSupplier(tx, input);
    if (!supplier) return notFound();
    const interest = await interestProblem(tx, actor, organisationId);
    if (interest) return interest;
    await queueForDraw(tx, organisationId);
    const productId = product?.id ?? null;
    const before = await findSeed(tx, input);
    if (before) {
      const isSame =
        before.frame === frame && before.productId === productId && before.size === size;
      if (isSame && before.drawnBy === actor.personId && before.drawnOn === today)
        return ok({ id: before.id });
      const used = `${spotCheckName(before.number)} was drawn with this seed. Enter another one`;
      return invalid({ field: 'seed', message: used });
    }
    const late = dueOnProblem(await readCalendar(tx), due.date, today);
    if (late) return invalid({ field: 'dueOn', message: late });

    const draw = {
      ...{ frame, productId, size, seed, dueOn: due.date, message: message.trim() },
      number: await nextNumber(tx, organisationId),
    };
    const by = { drawnOn: today, drawnAt: now, drawnBy: actor.personId };
    const made = await keepDraw(tx, { organisationId, ...draw, ...by });
    if (!made) {
      const none = `No end user organisation is ${FRAMES[frame].label.toLowerCase().replace('and', 'or')}`;
      const of = product ? ` for ${product.name}` : '';
      return invalid({ field: 'frame', message: `${none}${of}, so there is nothing to draw from` });
    }
    const { frameCount, frameSha256, drawn } = made;
    await tx.insert(spotCheckItems).values(
      drawn.map(({ id, state, verdict }, index) => ({
        ...{ organisationId, spotCheckId: made.id, onboardingId: id, position: index + 1 },
        ...{ stateThen: state, verdictThen: verdict },
      })),
    );
    const asked = drawn.map(({ odsCode, productId: ofProduct }) => `${odsCode},${ofProduct}`);
    const contents = {
      ...{ ...draw, frameCount, frameSha256 },
      ...{ product: product?.name ?? null, asked },
    };
    const target = chainOfSpotCheck({ id: made.id, organisationId });
    await record({ type: 'spot_check.drawn', contents }, target);
    return ok({ id: made.id });
  },
});
