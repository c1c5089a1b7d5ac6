import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { settings } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { forbidden, invalid, ok, refused } from '@/lib/domain/result';
import { readSettingForm, SETTING_NAMES } from '@/lib/domain/settings';

const CHANGED_SINCE =
  'Somebody else changed this setting since you opened the page. Open it again to see what holds now.';

const typed = z.string().max(20_000).default('');

/**
 * Sets what holds from a day on, today or later, 00:00 in London; of today, from now. What was there
 * stays in the history, and what was counted by it stays as it is. Takes the form as typed, with the
 * number of the last version that its writer saw; answers the version's id. Problems: `forbidden`,
 * `invalid`, `refused` 'changed_since' when somebody changed it since.
 */
export const changeSetting = defineCommand({
  name: 'setting.change',
  permission: 'setting:change',
  input: z.object({
    name: z.enum(SETTING_NAMES),
    number: z.coerce.number().int().min(1).max(1_000_000),
    value: typed,
    'inForce-day': typed,
    'inForce-month': typed,
    'inForce-year': typed,
    reason: typed,
  }),
  run: async ({ tx, actor, input, now, today, record }) => {
    if (actor.kind !== 'person') return forbidden();
    const { name, number: seen, ...form } = input;
    const read = readSettingForm(name, form, today);
    if (!read.ok) return invalid(...read.problems);
    const [last] = await tx
      .select()
      .from(settings)
      .where(eq(settings.name, name))
      .orderBy(desc(settings.number))
      .limit(1);
    const number = seen + 1;
    const [made] =
      last?.number === seen
        ? await tx
            .insert(settings)
            .values({ ...read.form, name, number, changedBy: actor.personId, at: now })
            .onConflictDoNothing()
            .returning({ id: settings.id })
        : [];
    if (!made) return refused('changed_since', CHANGED_SINCE);
    const contents = { setting: name, ...read.form, before: last?.value };
    await record(
      { type: 'setting.changed', contents },
      { kind: 'setting', id: made.id, organisationId: null },
    );
    return ok({ id: made.id });
  },
});
