import { z } from 'zod';
import { readNewestGuidance } from '@/db/guidance';
import { guidanceVersions } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { edited, guidanceChanges } from '@/lib/domain/guidance-edit';
import { readGuidanceForm } from '@/lib/domain/guidance-form';
import { changeWords } from '@/lib/domain/guidance-words';
import { QUESTION_IDS } from '@/lib/domain/questions/types';
import { forbidden, invalid, ok, refused } from '@/lib/domain/result';

const CHANGED_SINCE = 'Somebody else published a version since you opened the page.';
const SAME = 'You changed nothing, so there is nothing to publish.';

const typed = z.string().max(20_000);

/**
 * Publishes the next version of the guidance: one question's coverage points and reasons as typed,
 * everything else as in the version before (domain, the questions). It holds from now on for the
 * applications that are started; those under way keep theirs. `number` is the version that its
 * writer saw; answers the new one. Problems: `forbidden`, `invalid` by field, also `proof`,
 * `refused` 'changed_since' when somebody published since, 'same' when nothing changes.
 */
export const publishGuidance = defineCommand({
  name: 'guidance.publish',
  permission: 'guidance:publish',
  input: z.object({
    questionId: z.enum(QUESTION_IDS),
    number: z.coerce.number().int().min(1).max(1_000_000),
    values: z.record(z.string().max(100), z.union([typed, z.array(typed).max(200)])),
  }),
  run: async ({ tx, actor, input, now, record }) => {
    if (actor.kind !== 'person') return forbidden();
    const before = await readNewestGuidance(tx);
    if (before.number !== input.number) return refused('changed_since', CHANGED_SINCE);
    const read = readGuidanceForm(before, input.questionId, input.values);
    if (!read.ok) return invalid(...read.problems);
    const { number, ...texts } = edited(before, read.edit);
    const changes = guidanceChanges(before, { number, ...texts });
    if (changes.length === 0) return refused('same', SAME);
    const [made] = await tx
      .insert(guidanceVersions)
      .values({ number, texts, reason: read.why, publishedBy: actor.personId, at: now })
      .onConflictDoNothing()
      .returning({ id: guidanceVersions.id });
    if (!made) return refused('changed_since', CHANGED_SINCE);
    const told = changes.map(changeWords).join('\n');
    const contents = { number, questionId: input.questionId, reason: read.why, changes: told };
    await record(
      { type: 'guidance.published', contents },
      { kind: 'setting', id: made.id, organisationId: null },
    );
    return ok({ number });
  },
});
