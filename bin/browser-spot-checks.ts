import { randomUUID } from 'node:crypto';
import { declareConflict } from '@/lib/commands/assess/declare-conflict';
import { answerSpotCheck } from '@/lib/commands/spot-checks/answer-spot-check';
import { cancelSpotCheck } from '@/lib/commands/spot-checks/cancel-spot-check';
import { closeSpotCheck } from '@/lib/commands/spot-checks/close-spot-check';
import { drawSpotCheck } from '@/lib/commands/spot-checks/draw-spot-check';
import { markSpotCheckItem } from '@/lib/commands/spot-checks/mark-spot-check-item';
import { writeItemNote } from '@/lib/commands/spot-checks/write-item-note';
import { BASE_CALENDAR } from '@/lib/domain/calendar';
import { londonDate } from '@/lib/domain/clock';
import { defaultDueOn } from '@/lib/domain/request';
import type { SpotCheckState } from '@/lib/domain/spot-check';
import { typedDate } from '@/lib/domain/typed-date';
import { now } from '@/lib/ports/clock';
import { putEuo } from '@/lib/testing/euos';
import { expectOk } from '@/lib/testing/world';
import type { BrowserCast, Person, Supplier } from './browser-cast';

export type SpotCheckPlace = { id: string; item: string };

/** Brings spot checks to where a test begins, by the commands that the pages call. */
export function browserSpotChecks({ sql }: Pick<BrowserCast, 'sql'>) {
  /** So many that are live and ready, their codes beginning as the supplier's. */
  async function liveEuos(owner: Supplier, count: number): Promise<void> {
    for (let n = 1; n <= count; n += 1) {
      const code = `${owner.odsCode}${n}`;
      await putEuo({ sql }, owner, { code, name: `Elm Surgery ${code}`, go_live_on: '2026-01-05' });
    }
  }

  /** A spot check of one organisation that has come so far, and what was drawn in it. */
  async function spotCheckAt(
    state: SpotCheckState,
    owner: Supplier,
    assessor: Person,
  ): Promise<SpotCheckPlace> {
    const due = typedDate('dueOn', defaultDueOn(BASE_CALENDAR, londonDate(now()), 10));
    const draw = { organisationId: owner.id, frame: 'live', productId: '', size: '1' };
    const asked = { ...draw, ...due, seed: randomUUID(), message: 'A copy of each, dated.' };
    const { id } = expectOk(await drawSpotCheck(assessor.actor, asked));
    const [row] = await sql`select id from spot_check_items where spot_check_id = ${id}`;
    const place = { id, item: row?.id as string };
    if (state === 'open') return place;
    if (state === 'cancelled') {
      const reason = 'Drawn for another supplier.';
      expectOk(await cancelSpotCheck(assessor.actor, { spotCheckId: id, reason }));
      return place;
    }
    const one = { spotCheckId: id, itemId: place.item };
    const note = { ...one, note: 'We checked it on the day.', version: '1' };
    expectOk(await writeItemNote(owner.sam.actor, note));
    expectOk(await answerSpotCheck(owner.sam.actor, { spotCheckId: id }));
    if (state === 'answered') return place;
    await finishesSpotCheck(assessor, place);
    return place;
  }

  /** Somebody marks what was drawn, and finishes the spot check, from elsewhere than the page of the test. */
  async function finishesSpotCheck(assessor: Person, place: SpotCheckPlace) {
    await finds(assessor, place);
    expectOk(await closeSpotCheck(assessor.actor, { spotCheckId: place.id, seen: '1' }));
  }

  /** Somebody finds what was drawn not satisfactory, so that it may be asked for again. */
  async function finds(assessor: Person, { id, item }: SpotCheckPlace): Promise<SpotCheckPlace> {
    const given = { satisfactory: 'no', reason: 'It has no date.', version: '0' };
    expectOk(await markSpotCheckItem(assessor.actor, { spotCheckId: id, itemId: item, ...given }));
    return { id, item };
  }

  /** Somebody writes the note on what was drawn, from elsewhere than the page of the test. */
  async function writesNote(writer: Person, { id, item }: SpotCheckPlace, note: string) {
    const given = { spotCheckId: id, itemId: item, note, version: '1' };
    expectOk(await writeItemNote(writer.actor, given));
  }

  /** Somebody sends the spot check, likewise. */
  async function sendsSpotCheck(sender: Person, { id }: SpotCheckPlace) {
    expectOk(await answerSpotCheck(sender.actor, { spotCheckId: id }));
  }

  /** Somebody declares a conflict of interest on an application. */
  async function declaresConflict(assessor: Person, reference: string) {
    expectOk(await declareConflict(assessor.actor, { reference, reason: 'A cousin works there.' }));
  }

  return {
    finds,
    declaresConflict,
    liveEuos,
    spotCheckAt,
    writesNote,
    sendsSpotCheck,
    finishesSpotCheck,
  };
}
export type BrowserSpotChecks = ReturnType<typeof browserSpotChecks>;
