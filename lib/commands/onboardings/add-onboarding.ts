import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { leadProblem, queueForLeads } from '@/db/onboarding-leads';
import { chainOfOnboarding, judgeWithFollowers } from '@/db/onboardings';
import { onboardings, products } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { odsCodeSchema } from '@/lib/domain/ods-schema';
import { readDetails } from '@/lib/domain/onboarding-form';
import { isSupplier } from '@/lib/domain/permissions';
import { forbidden, invalid, notFound, ok, type Result } from '@/lib/domain/result';
import { typedFormSchema } from '@/lib/domain/typed-form';
import { fieldsEdited } from './define-onboarding-command';

/** `known` where the code was there already for the product: then nothing was written. */
type AddedOnboarding = { id: string; odsCode: string; known: boolean };

/**
 * Adds an end user organisation for one of the supplier's products, as planned, and judges it. One
 * that is there already is answered as it stands. Problems: `not_found` (no such product here) and
 * `invalid` by field (the EUO rules).
 */
export const addOnboarding = defineCommand({
  name: 'onboarding.add',
  permission: 'onboarding:edit',
  input: z.object({ odsCode: odsCodeSchema, productId: z.uuid(), values: typedFormSchema }),
  run: async ({ tx, actor, input, now, today, record }): Promise<Result<AddedOnboarding>> => {
    if (!isSupplier(actor)) return forbidden();
    const { organisationId, personId } = actor;
    const { odsCode, productId } = input;
    await queueForLeads(tx, organisationId);
    const [product] = await tx
      .select({ name: products.name, since: products.availableFrom })
      .from(products)
      .where(and(eq(products.organisationId, organisationId), eq(products.id, productId)));
    if (!product) return notFound();
    const key = and(
      eq(onboardings.organisationId, organisationId),
      eq(onboardings.odsCode, odsCode),
      eq(onboardings.productId, productId),
    );
    const [there] = await tx.select({ id: onboardings.id }).from(onboardings).where(key);
    if (there) return ok({ id: there.id, odsCode, known: true });

    const { since, name } = product;
    const read = readDetails(input.values, { odsCode, state: 'planned', since, today });
    if (!read.ok) return invalid(...read.problems);
    const { details } = read;
    const row = { organisationId, productId, odsCode };
    const wrong = details.leadOdsCode ? await leadProblem(tx, row, details.leadOdsCode) : null;
    if (wrong) return invalid({ field: 'leadOdsCode', message: wrong });
    const [made] = await tx
      .insert(onboardings)
      .values({
        ...{ ...row, ...details, state: 'planned', stateOn: today },
        ...{ verdict: 'not_proven', reasons: [], flags: [] },
        ...{ createdAt: now, editedAt: now, editedBy: personId },
        editedFields: fieldsEdited(details, null),
      })
      .onConflictDoNothing()
      .returning();
    if (!made) {
      const [other] = await tx.select({ id: onboardings.id }).from(onboardings).where(key);
      return other ? ok({ id: other.id, odsCode, known: true }) : notFound();
    }
    const contents = { odsCode, product: name, after: details };
    await record({ type: 'onboarding.added', contents }, chainOfOnboarding(made));
    await judgeWithFollowers(tx, made, today);
    return ok({ id: made.id, odsCode, known: false });
  },
});
