import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { queueForProduct, targetOf } from '@/db/case';
import type { Tx } from '@/db/client';
import { readNewestGuidance } from '@/db/guidance';
import { applications, approvals, organisations, products } from '@/db/schema';
import { readSetting } from '@/db/settings';
import { readOwnSuccessor } from '@/db/successions';
import { defineCommand } from '@/lib/commands/define-command';
import { OPEN_STATUSES } from '@/lib/domain/application';
import { isSupplier } from '@/lib/domain/permissions';
import { makeReference, REFERENCE_BYTES } from '@/lib/domain/reference';
import { forbidden, invalid, notFound, ok, type Result, refused } from '@/lib/domain/result';
import { randomBytes } from '@/lib/ports/randomness';

const ATTEMPTS = 5;

async function findProduct(tx: Tx, organisationId: string, productId: string) {
  const [found] = await tx
    .select({ product: products.name, supplier: organisations.name, ods: organisations.odsCode })
    .from(products)
    .innerJoin(organisations, eq(organisations.id, products.organisationId))
    .where(and(eq(products.organisationId, organisationId), eq(products.id, productId)));
  return found ?? null;
}

async function findOpen(tx: Tx, organisationId: string, productId: string) {
  const [found] = await tx
    .select({ reference: applications.reference })
    .from(applications)
    .where(
      and(
        eq(applications.organisationId, organisationId),
        eq(applications.productId, productId),
        inArray(applications.status, OPEN_STATUSES),
      ),
    );
  return found?.reference ?? null;
}

/** Whether a product was ever approved: what was, is declared again where its approval is. */
async function hasApproval(tx: Tx, organisationId: string, productId: string): Promise<boolean> {
  const [found] = await tx
    .select({ id: approvals.id })
    .from(approvals)
    .where(and(eq(approvals.organisationId, organisationId), eq(approvals.productId, productId)))
    .limit(1);
  return found !== undefined;
}

/**
 * Starts an application of kind 'new' for one of the organisation's products; answers its reference.
 * Problems: `not_found` (no such product here), `refused` with code 'already_open' when the product
 * has an open application, whose reference the message names (domain, where this sits), `invalid`
 * ('productId') where the organisation became part of another and the product was never approved.
 */
export const startApplication = defineCommand<{ productId: string }, { reference: string }>({
  name: 'application.start',
  permission: 'application:start',
  input: z.object({ productId: z.uuid({ error: 'Select a product' }) }),
  run: async ({ tx, actor, input, now, record }): Promise<Result<{ reference: string }>> => {
    if (!isSupplier(actor)) return forbidden();
    const { organisationId } = actor;
    const found = await findProduct(tx, organisationId, input.productId);
    if (!found) return notFound();
    const successor = await readOwnSuccessor(tx);
    if (successor && !(await hasApproval(tx, organisationId, input.productId)))
      return invalid({
        field: 'productId',
        message: `${found.supplier} is part of ${successor} now. Start it for ${successor}`,
      });
    await queueForProduct(tx, input.productId);
    const requestsMost = await readSetting(tx, 'requests_most', now);
    const { number: guidance } = await readNewestGuidance(tx);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const reference = makeReference(randomBytes(REFERENCE_BYTES));
      const words = [reference, found.supplier, found.product, found.ods ?? ''];
      const [made] = await tx
        .insert(applications)
        .values({
          reference,
          organisationId,
          productId: input.productId,
          kind: 'new',
          status: 'draft',
          statusAt: now,
          createdBy: actor.personId,
          createdAt: now,
          ...{ requestsMost, guidance },
          searchText: words.join(' ').toLowerCase().trim(),
        })
        .onConflictDoNothing()
        .returning({ id: applications.id });
      if (made) {
        const contents = { reference, product: found.product, kind: 'new' };
        const target = targetOf({ id: made.id, organisationId });
        await record({ type: 'application.started', contents }, target);
        return ok({ reference });
      }
      const open = await findOpen(tx, organisationId, input.productId);
      if (open)
        return refused(
          'already_open',
          `${found.product} already has an open application, ${open}.`,
        );
    }
    throw new Error('no free reference found');
  },
});
