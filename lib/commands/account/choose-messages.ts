import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { chainOfPerson } from '@/db/people';
import { messageChoices } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { choosableKinds, keptChoices } from '@/lib/domain/message-choices';
import { type Preferences, WAYS, type Way } from '@/lib/domain/messages';
import { forbidden, invalid, ok, refused } from '@/lib/domain/result';

const inputSchema = z.object({
  /** Of the choices that the page showed; 0 where nothing was chosen before. */
  version: z.coerce.number().int().min(0),
  /** The way of each kind; those that this person is not offered are ignored. */
  ways: z.record(z.string(), z.unknown()),
});
const waySchema = z.enum(WAYS);

const changedMeanwhile = () =>
  refused(
    'changed_meanwhile',
    'You changed your emails in another window meanwhile. Reload the page to see what you chose there, then choose again.',
  );

/**
 * Chooses how one hears of each kind of message that may be chosen, from the next one on. Problems:
 * `invalid` (the kind's id, no such way), `refused` ('changed_meanwhile').
 */
export const chooseMessages = defineCommand({
  name: 'account.choose-messages',
  permission: 'account:own',
  input: inputSchema,
  run: async ({ tx, actor, input, now, record }) => {
    if (actor.kind !== 'person') return forbidden();
    const { personId } = actor;
    const read = choosableKinds(actor).map(
      (kind) => [kind, waySchema.safeParse(input.ways[kind])] as const,
    );
    const wrong = read.filter(([, way]) => !way.success);
    if (wrong.length > 0)
      return invalid(
        ...wrong.map(([field]) => ({ field, message: 'Select how you want to hear of this' })),
      );
    const chosen = Object.fromEntries(read.map(([kind, way]) => [kind, way.data as Way]));

    const [before] = await tx
      .select({ ways: messageChoices.ways, version: messageChoices.version })
      .from(messageChoices)
      .where(eq(messageChoices.personId, personId))
      .for('update');
    const from: Preferences = before?.ways ?? {};
    const to = keptChoices(from, chosen);
    if ((before?.version ?? 0) !== input.version) return changedMeanwhile();
    const row = { ways: to, version: input.version + 1, changedAt: now };
    const own = eq(messageChoices.personId, personId);
    const stored = before
      ? await tx.update(messageChoices).set(row).where(own).returning()
      : await tx
          .insert(messageChoices)
          .values({ personId, ...row })
          .onConflictDoNothing()
          .returning();
    if (stored.length === 0) return changedMeanwhile();
    const target = chainOfPerson({ id: personId, organisationId: actor.organisationId });
    await record({ type: 'person.messages_chosen', contents: { from, to } }, target);
    return ok(null);
  },
});
