import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { queueForLeads } from '@/db/onboarding-leads';
import {
  chainOfOnboarding,
  judgeWithFollowers,
  lockOnboarding,
  type OnboardingRow,
} from '@/db/onboardings';
import { readNames } from '@/db/people-names';
import { onboardings } from '@/db/schema';
import { type Command, type CommandContext, defineCommand } from '@/lib/commands/define-command';
import type { NewEvent } from '@/lib/domain/events';
import type { FormValues } from '@/lib/domain/form-state';
import { isSupplier, type Permission } from '@/lib/domain/permissions';
import { type Failure, fail, forbidden, notFound, type Result } from '@/lib/domain/result';

export type OnboardingContext<I> = CommandContext<I> & { row: OnboardingRow; personId: string };

type Definition<I, T> = {
  name: string;
  permission: Permission;
  input: z.ZodType<I, unknown>;
  /** Whether it may name a lead, which one at a time does. */
  namesLeads?: boolean;
  run: (context: OnboardingContext<I>) => Promise<Result<T>>;
};

/**
 * A write to one onboarding, named by `input.onboardingId`: locks its row first. One that is missing
 * and one that is another supplier's are both `not_found`.
 */
export function defineOnboardingCommand<I extends { onboardingId: string }, T>(
  definition: Definition<I, T>,
): Command<T> {
  const { name, permission, input } = definition;
  return defineCommand({
    ...{ name, permission, input },
    run: async (context): Promise<Result<T>> => {
      const { tx, actor } = context;
      if (!isSupplier(actor)) return forbidden();
      if (definition.namesLeads) await queueForLeads(tx, actor.organisationId);
      const row = await lockOnboarding(tx, context.input.onboardingId);
      if (!row || row.organisationId !== actor.organisationId) return notFound();
      return definition.run({ ...context, row, personId: actor.personId });
    },
  });
}

/** What stands now and who put it there, for somebody whose save came second. */
export async function conflictWith(
  { tx, row }: Pick<OnboardingContext<unknown>, 'tx' | 'row'>,
  fields: FormValues,
): Promise<Failure> {
  const names = await readNames(tx, [row.editedBy]);
  const changedBy = row.editedBy && (names.get(row.editedBy) ?? null);
  const conflict = { version: row.version, fields, changedBy, changedAt: row.editedAt };
  return fail({ kind: 'conflict', conflict });
}

type Change = Partial<typeof onboardings.$inferInsert>;

const columnOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The columns that people set, once a change is made; of none before it those that hold something. */
export function fieldsEdited(change: Change, before: OnboardingRow | null): string[] {
  const set = Object.entries(change).filter(([field, value]) =>
    before ? value !== before[field as keyof OnboardingRow] : value !== null && value !== '',
  );
  return [...new Set([...(before?.editedFields ?? []), ...set.map(([field]) => columnOf(field))])];
}

/** Writes a change as this person's, tells its event, and judges it and those it leads again. */
export async function keepChange(
  context: Pick<OnboardingContext<unknown>, 'tx' | 'row' | 'personId' | 'now' | 'today' | 'record'>,
  change: Change,
  event: NewEvent,
): Promise<void> {
  const { tx, row, personId, now, today, record } = context;
  await tx
    .update(onboardings)
    .set({
      ...change,
      ...{ editedAt: now, editedBy: personId, editedFields: fieldsEdited(change, row) },
      version: sql`${onboardings.version} + 1`,
    })
    .where(and(eq(onboardings.organisationId, row.organisationId), eq(onboardings.id, row.id)));
  await record(event, chainOfOnboarding(row));
  await judgeWithFollowers(tx, row, today);
}

/** Of two versions of the same fields, those that differ, before and after. */
export function differences<T extends Record<string, unknown>>(before: T, after: T) {
  const changed = Object.keys(after).filter((key) => before[key] !== after[key]);
  const pick = (from: T) => Object.fromEntries(changed.map((key) => [key, from[key]]));
  return changed.length === 0 ? null : { before: pick(before), after: pick(after) };
}
