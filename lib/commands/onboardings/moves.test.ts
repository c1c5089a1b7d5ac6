import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ONBOARDING_STATE_IDS } from '@/lib/domain/onboarding';
import { PLAIN_MOVE_IDS } from '@/lib/domain/onboarding-moves';
import { codeOf } from '@/lib/testing/assessment';
import { onboardingSteps, typed } from '@/lib/testing/onboardings';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { changeDetails } from './change-details';
import { makeLive } from './make-live';
import { moveOnboarding } from './move-onboarding';
import { overrideGoLive } from './override-go-live';

let world: World;
let steps: ReturnType<typeof onboardingSteps>;
let acme: Supplier;
let other: Supplier;
beforeAll(async () => {
  world = await makeWorld();
  steps = onboardingSteps(world);
  acme = await world.supplier('Acme Care');
  other = await world.supplier('Other Health');
});
afterAll(() => world.end());

type Given = { on?: `${number}-${number}-${number}`; reason?: string; version?: number };
const input = async (id: string, given: Given = {}) => ({
  ...{ onboardingId: id, version: given.version ?? (await steps.version(id)) },
  values: typed.move(given.on ?? '2026-11-03', given.reason ?? ''),
});
const move = async (id: string, name: string, given: Given = {}) =>
  moveOnboarding(acme.contributor, {
    ...(await input(id, { on: '2026-11-20', reason: 'As agreed.', ...given })),
    move: name,
  });
async function live(): Promise<string> {
  const id = await steps.add(acme);
  await steps.makeReady(acme, id);
  expectOk(await makeLive(acme.contributor, await input(id)));
  return id;
}

describe('going live', () => {
  test('is judged as at its day before it is decided', async () => {
    const id = await steps.add(acme);
    await steps.makeReady(acme, id);
    const early = await makeLive(acme.contributor, await input(id, { on: '2026-10-01' }));
    expect(early).toMatchObject({
      problem: {
        kind: 'invalid',
        fields: [
          { field: 'on', message: 'It is not ready as at 1 October 2026: 1 thing is missing' },
          { field: '', message: expect.stringContaining('you alerted them on 2 October 2026') },
        ],
      },
    });
    expect((await steps.row(id)).state).toBe('planned');
    expectOk(await makeLive(acme.contributor, await input(id)));
    expect(await steps.row(id)).toMatchObject({
      ...{ state: 'live', since: '2026-11-03', go_live: '2026-11-03', verdict: 'ready' },
    });
    expect((await steps.eventsOf(id)).at(-1)).toMatchObject({
      type: 'onboarding.moved',
      contents: { move: 'go-live', from: 'planned', to: 'live', on: '2026-11-03' },
    });
    expect(codeOf(await makeLive(acme.contributor, await input(id)))).toBe('wrong_status');
  });

  test('is refused with every reason while it is not ready', async () => {
    const id = await steps.add(acme);
    const refused = await makeLive(acme.contributor, await input(id));
    expect(!refused.ok && refused.problem.kind === 'invalid' && refused.problem.fields).toEqual([
      { field: 'on', message: 'It is not ready as at 3 November 2026: 2 things are missing' },
      {
        ...{ field: '', message: 'DSPT: no check is recorded, and no register has it.' },
        href: expect.stringMatching(`/${id}/check$`),
      },
      {
        ...{ field: '', message: 'AUP: no alert is recorded.' },
        href: expect.stringMatching(`/${id}/aup$`),
      },
    ]);
  });

  test('one that was ready on its day and would not be today goes live as lapsed', async () => {
    const id = await steps.add(acme);
    await steps.makeReady(acme, id);
    await world.sql`update onboarding_checks set edition = '24/25', status = '24/25 Standards Met',
      checked_on = '2026-05-01', published_on = '2025-06-28' where onboarding_id = ${id}`;
    await world.sql`update onboardings set aup_alerted_on = '2026-05-01' where id = ${id}`;
    expectOk(await makeLive(acme.contributor, await input(id, { on: '2026-06-30' })));
    expect((await steps.row(id)).verdict).toBe('lapsed');
  });

  test('by an override only by a signatory, with a justification, and only where it is needed', async () => {
    const id = await steps.add(acme);
    await world.sql`insert into onboarding_checks (organisation_id, onboarding_id, checked_on, code, status,
      edition, level, published_on, recorded_by, recorded_at) values (${acme.id}, ${id}, '2026-11-01', 'X',
      '24/25 Standards Met', '24/25', 'standards_met', '2025-06-01', ${acme.contributor.personId}, now())`;
    const justified = async (reason: string, who = acme.signatory) =>
      overrideGoLive(who, await input(id, { on: '2026-11-23', reason }));
    expect(codeOf(await justified('It cannot wait.', acme.contributor))).toBe('forbidden');
    expect(codeOf(await justified('It cannot wait.', other.signatory))).toBe('not_found');
    expect(await justified(' ')).toMatchObject({
      problem: { fields: [{ field: 'reason', message: 'Enter a justification' }] },
    });
    expectOk(await justified('It cannot wait.'));
    expect(await steps.row(id)).toMatchObject({
      ...{ state: 'live', override_reason: 'It cannot wait.', verdict: 'not_ready' },
      ...{ overridden_by: acme.signatory.personId, overridden_at: expect.any(Date) },
    });
    expect((await steps.eventsOf(id)).at(-1)).toMatchObject({
      type: 'onboarding.overridden',
      contents: {
        ...{ reason: 'It cannot wait.', reasons: ['dspt_stale', 'aup_missing'] },
        words: [
          expect.stringContaining('; on 23 November 2026 edition 25/26 was required.'),
          expect.stringContaining('AUP'),
        ],
      },
    });
    const ready = await steps.add(acme);
    await steps.makeReady(acme, ready);
    const needless = await input(ready, { reason: 'It cannot wait.' });
    expect(codeOf(await overrideGoLive(acme.signatory, needless))).toBe('ready');
  });

  test('its day is not ahead, real, and not before the product', async () => {
    const id = await steps.add(acme);
    await steps.makeReady(acme, id);
    const on = async (day: Given['on']) => {
      const result = await makeLive(acme.contributor, await input(id, day ? { on: day } : {}));
      return !result.ok && result.problem.kind === 'invalid' && result.problem.fields[0]?.message;
    };
    expect(await on('2026-11-24')).toBe('Go-live date must be today or in the past');
    await world.sql`update products set available_from = '2026-11-10' where id = ${acme.productId}`;
    expect(await on('2026-11-09')).toContain('must be on or after 10 November 2026');
    await world.sql`update products set available_from = null where id = ${acme.productId}`;
    expect(await on('1989-12-31')).toContain('must be on or after 1 January 1990');
  });
});

test('the go-live date of one that is live stays, and no form of it asks for one', async () => {
  const id = await live();
  const elsewhen = { 'goLive-day': '1', 'goLive-month': '1', 'goLive-year': '2026' };
  const version = await steps.version(id);
  const details = (name: string, seen: number) =>
    changeDetails(acme.contributor, {
      ...{ onboardingId: id, version: seen, values: typed.details({ ...elsewhen, name }) },
    });
  expectOk(await details('Oak Surgery', version));
  expect(await steps.row(id)).toMatchObject({ name: 'Oak Surgery', go_live: '2026-11-03' });
  const second = await details('Ash Surgery', version);
  const fields = !second.ok && second.problem.kind === 'conflict' && second.problem.conflict.fields;
  expect(fields).toMatchObject({ name: 'Oak Surgery' });
  expect(fields).not.toHaveProperty('goLive-day');
});

describe('the other moves', () => {
  test('suspended, live again, disconnected: each with its day, reason and event', async () => {
    const id = await live();
    for (const [name, on] of [
      ['suspend', '2026-11-10'],
      ['resume', '2026-11-12'],
      ['disconnect', '2026-11-23'],
    ] as const)
      expectOk(await move(id, name, { on, reason: `Because of ${name}.` }));
    expect(await steps.row(id)).toMatchObject({
      ...{ state: 'disconnected', since: '2026-11-23', state_reason: 'Because of disconnect.' },
      go_live: '2026-11-03',
    });
    const moved = (await steps.eventsOf(id)).filter(({ type }) => type === 'onboarding.moved');
    expect(moved.slice(1).map(({ contents: { from, to, on } }) => [from, to, on])).toEqual([
      ['live', 'suspended', '2026-11-10'],
      ['suspended', 'live', '2026-11-12'],
      ['live', 'disconnected', '2026-11-23'],
    ]);
  });

  test('none is made from a state that the table does not have it from', async () => {
    const made = { planned: () => steps.add(acme), live } as const;
    for (const state of ONBOARDING_STATE_IDS)
      for (const name of PLAIN_MOVE_IDS) {
        const id = await made[state === 'planned' || state === 'cancelled' ? 'planned' : 'live']();
        await world.sql.begin(async (tx) => {
          await tx`set local session_replication_role = replica`;
          await tx`update onboardings set state = ${state}, state_on = '2026-11-03' where id = ${id}`;
        });
        const may = { suspend: ['live'], resume: ['suspended'], cancel: ['planned'] } as const;
        const from: readonly string[] = name === 'disconnect' ? ['live', 'suspended'] : may[name];
        const result = await move(id, name);
        expect([state, name, result.ok || codeOf(result)]).toEqual([
          ...[state, name, from.includes(state) || 'wrong_status'],
        ]);
      }
  });

  test('with a reason, a day that is not ahead and not before the state that it ends', async () => {
    const id = await live();
    const said = async (given: Given) => {
      const result = await move(id, 'suspend', given);
      return !result.ok && result.problem.kind === 'invalid' && result.problem.fields[0]?.message;
    };
    expect(await said({ reason: '' })).toBe('Enter a reason');
    expect(await said({ on: '2026-11-24' })).toBe(
      'Date it was suspended must be today or in the past',
    );
    expect(await said({ on: '2026-11-02' })).toBe(
      'Date it was suspended must be on or after 3 November 2026, since when it is live',
    );
    expect(codeOf(await move(id, 'suspend', { version: 1 }))).toBe('changed');
    expect(codeOf(await move(id, 'go-live'))).toBe('invalid');
  });
});
