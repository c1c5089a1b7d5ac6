import { createHash } from 'node:crypto';
import { z } from 'zod';
import { countAgain, readCalendar } from '@/db/calendars';
import { calendarVersions } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { calendarChanges, calendarOf } from '@/lib/domain/calendar';
import { calendarProblem, readCalendarFile } from '@/lib/domain/calendar-file';
import { calendarFormSchema } from '@/lib/domain/calendar-form';
import { changesNothing, daysInWords } from '@/lib/domain/calendar-words';
import { forbidden, invalid, ok, refused } from '@/lib/domain/result';

const CHANGED_SINCE = 'Somebody else published a calendar since you opened the page.';
const SAME = 'This calendar is the same as the one in force, so there is nothing to publish.';

/**
 * Publishes the next version of the bank holidays: the days of a file, in place of the present ones
 * from its first to its last day (the clock). Clocks, days left and forecasts go by it from now on;
 * due dates stay; cases whose counted days reach over a changed day are counted anew by a job.
 * `number` is the version that its publisher saw, `text` the whole file. Answers the new number and how
 * many cases. Problems: `forbidden`, `invalid` by field, also `proof`, `refused` 'changed_since' when
 * somebody published since, 'same' when nothing changes.
 */
export const publishCalendar = defineCommand({
  name: 'calendar.publish',
  permission: 'calendar:publish',
  input: calendarFormSchema.extend({
    number: z.coerce.number().int().min(1).max(1_000_000),
    fileName: z.string().min(1).max(200),
    text: z.string().max(200_000),
  }),
  run: async ({ tx, actor, input, now, record }) => {
    if (actor.kind !== 'person') return forbidden();
    const before = await readCalendar(tx);
    if (before.number !== input.number) return refused('changed_since', CHANGED_SINCE);
    const { fileName, source, why: reason, text } = input;
    const read = readCalendarFile(text);
    if (!read.ok) return invalid({ field: 'file', message: calendarProblem(read.why, read.about) });
    const number = before.number + 1;
    const after = calendarOf(number, read.days);
    if (!after.covers) throw new Error('a calendar without a day');
    if (changesNothing(before, after)) return refused('same', SAME);
    const { from, to } = after.covers;
    const sha256 = createHash('sha256').update(text).digest('hex');
    const [made] = await tx
      .insert(calendarVersions)
      .values({
        ...{ number, days: read.days, fromDay: from, toDay: to, fileName, sha256 },
        ...{ source, reason, publishedBy: actor.personId, at: now },
      })
      .onConflictDoNothing()
      .returning({ id: calendarVersions.id });
    if (!made) return refused('changed_since', CHANGED_SINCE);
    const { added, removed } = calendarChanges(before, after);
    const counted = await countAgain(tx, [...added, ...removed]);
    const changes = { added: daysInWords(added), removed: daysInWords(removed), counted };
    await record(
      {
        type: 'calendar.published',
        contents: { number, fileName, sha256, source, reason, from, to, ...changes },
      },
      { kind: 'setting', id: made.id, organisationId: null },
    );
    return ok({ number, counted });
  },
});
