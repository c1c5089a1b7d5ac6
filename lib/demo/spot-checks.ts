import { answerSpotCheck } from '@/lib/commands/spot-checks/answer-spot-check';
import { closeSpotCheck } from '@/lib/commands/spot-checks/close-spot-check';
import { drawSpotCheck } from '@/lib/commands/spot-checks/draw-spot-check';
import { markSpotCheckItem } from '@/lib/commands/spot-checks/mark-spot-check-item';
import { writeItemNote } from '@/lib/commands/spot-checks/write-item-note';
import { BASE_CALENDAR } from '@/lib/domain/calendar';
import { addWorkingDays } from '@/lib/domain/clock';
import type { PlainDate } from '@/lib/domain/dates';
import type { PersonActor } from '@/lib/domain/permissions';
import { typedDate } from '@/lib/domain/typed-date';
import { getOwnSpotCheck } from '@/lib/queries/spot-checks/get-own-spot-check';
import { goTo } from './at';
import { type Cast, expectOk } from './people';

type Sample = { id: string; items: string[] };

/** Draws a sample of a supplier's, as on a working day so many before today. */
async function draw(
  assessor: PersonActor,
  who: PersonActor,
  { seed, size, on }: { seed: string; size: number; on: PlainDate },
): Promise<Sample> {
  const message = 'Send a copy of what you saw of the DSPT, and of the alert, with their dates.';
  const input = { organisationId: who.organisationId, frame: 'live', productId: '' };
  const due = typedDate('dueOn', addWorkingDays(BASE_CALENDAR, on, 10));
  const drawn = await drawSpotCheck(assessor, { ...input, ...due, size: `${size}`, seed, message });
  const { id } = expectOk(drawn);
  const asked = await getOwnSpotCheck(who, id);
  return { id, items: (asked?.items ?? []).map((item) => item.id) };
}

const NOTE =
  'We looked it up on the public DSPT page on the day that is recorded, and sent the policy by email with the welcome letter. Both are in our onboarding folder.';

/** Says something of the first so many of a sample, and sends it where that is wanted. */
async function answer(who: PersonActor, { id, items }: Sample, count: number, send: boolean) {
  for (const itemId of items.slice(0, count)) {
    const note = { spotCheckId: id, itemId, note: NOTE, version: '1' };
    expectOk(await writeItemNote(who, note));
  }
  if (send) expectOk(await answerSpotCheck(who, { spotCheckId: id, partly: 'yes' }));
}

/** Marks everything, the last as not satisfactory, and finishes it. */
async function finish(assessor: PersonActor, { id, items }: Sample) {
  for (const [index, itemId] of items.entries()) {
    const last = index === items.length - 1;
    const found = last
      ? { satisfactory: 'no', reason: 'Nothing shows that the alert was sent before it went live.' }
      : { satisfactory: 'yes' };
    const mark = { spotCheckId: id, itemId, version: '0', ...found };
    expectOk(await markSpotCheckItem(assessor, mark));
  }
  expectOk(await closeSpotCheck(assessor, { spotCheckId: id, seen: `${items.length}` }));
}

/** Three samples: one finished, one that waits to be marked, and one that its supplier is asked for. */
export async function tellSpotChecks(today: PlainDate, { staff, suppliers }: Cast): Promise<void> {
  const { assessor, assessor2 } = staff;
  const [larkfield, pennine] = [suppliers.larkfield.person, suppliers.pennine.person];
  const on = (workingDaysAgo: number) => addWorkingDays(BASE_CALENDAR, today, -workingDaysAgo);
  goTo(today, 18, '11:05');
  const first = await draw(assessor, larkfield, { seed: '7 12 23 31 40 44', size: 4, on: on(18) });
  goTo(today, 12, '14:20');
  await answer(larkfield, first, 3, true);
  goTo(today, 11, '15:40');
  await finish(assessor, first);
  goTo(today, 9, '10:15');
  const second = await draw(assessor2, pennine, { seed: '3 9 18 27 36 41', size: 3, on: on(9) });
  goTo(today, 3, '16:05');
  await answer(pennine, second, 2, true);
  goTo(today, 2, '10:50');
  const third = await draw(assessor, larkfield, { seed: '2 11 19 28 33 46', size: 5, on: on(2) });
  goTo(today, 1, '11:30');
  await answer(larkfield, third, 1, false);
}
