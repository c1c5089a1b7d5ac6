import { publishAupVersion } from '@/lib/commands/manage/publish-aup-version';
import { judgeNewDay } from '@/lib/commands/onboardings/judge-new-day';
import { makeLive } from '@/lib/commands/onboardings/make-live';
import { moveOnboarding } from '@/lib/commands/onboardings/move-onboarding';
import { overrideGoLive } from '@/lib/commands/onboardings/override-go-live';
import { recordAupAlert } from '@/lib/commands/onboardings/record-aup-alert';
import { recordCheck } from '@/lib/commands/onboardings/record-check';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import { requiredEdition } from '@/lib/domain/dspt';
import { NO_FILTER } from '@/lib/domain/onboarding-filter';
import type { PersonActor } from '@/lib/domain/permissions';
import { typedDate } from '@/lib/domain/typed-date';
import { listOnboardings } from '@/lib/queries/onboardings/list-onboardings';
import { judgeAtOnce } from './judge';
import { expectOk } from './people';

/** Publishes a version of the acceptable use policy, in force from a day on. */
export async function publishAup(who: PersonActor, version: string, from: PlainDate) {
  const note = `Version ${version}`;
  const form = { version, note, ...typedDate('inForce', from) };
  const { judging } = expectOk(await publishAupVersion(who, form));
  await judgeAtOnce({ kind: 'system', name: 'demo' }, judging);
}

/** Judges everything again, as each day begins. */
export async function beginDay(): Promise<void> {
  const system = { kind: 'system', name: 'demo' } as const;
  const { judging } = expectOk(await judgeNewDay(system, {}));
  await judgeAtOnce(system, judging);
}

/** A month of a supplier's work with its end user organisations, all of it on one day. */
export async function lookAfterLedger(who: PersonActor, day: PlainDate): Promise<void> {
  const find = async (text: string) => {
    const list = await listOnboardings(who, { filter: { ...NO_FILTER, text } });
    const [found] = list?.rows ?? [];
    if (!found) throw new Error(`The demo could not be made: there is no ${text}`);
    return { onboardingId: found.id, version: 1 };
  };
  const on = typedDate('on', day);
  const move = async (code: string, what: string, reason: string) => {
    const values = { ...on, reason };
    expectOk(await moveOnboarding(who, { ...(await find(code)), move: what, values }));
  };
  await move('D1003', 'suspend', 'It is moving to new premises and asked us to pause.');
  await move('D1006', 'disconnect', 'The surgery chose another supplier.');
  await move('D1057', 'cancel', 'It merges with a neighbouring surgery first.');

  const reason =
    'It needs recalls for its flu clinic this week. Its lead knows version 1.0 of the policy, and the letter about version 2.0 is on its way.';
  const early = { ...(await find('D1025')), values: { ...on, reason } };
  expectOk(await overrideGoLive(who, early));

  // One that is got ready, and goes live.
  const { onboardingId } = await find('D1041');
  const told = {
    ...{ version: '2.0', method: 'Email', alertedBy: 'Sam Supplier' },
    ...typedDate('alerted', addDays(day, -1)),
  };
  expectOk(await recordAupAlert(who, { onboardingId, version: 1, values: told }));
  const check = {
    ...{ checkedBy: 'Sam Supplier', code: 'D1041', level: 'standards_met' },
    ...{ edition: requiredEdition(day), ...typedDate('checked', day) },
    ...typedDate('published', addDays(day, -30)),
  };
  expectOk(await recordCheck(who, { onboardingId, values: check }));
  expectOk(await makeLive(who, { onboardingId, version: 2, values: on }));
}
