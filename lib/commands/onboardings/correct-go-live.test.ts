import { afterAll, beforeAll, expect, test } from 'vitest';
import { asActor } from '@/db/client';
import type { PlainDate } from '@/lib/domain/dates';
import { getEuoHistory } from '@/lib/queries/onboardings/get-euo';
import { codeOf } from '@/lib/testing/assessment';
import { onboardingSteps, typed } from '@/lib/testing/onboardings';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { correctGoLive, overrideCorrection } from './correct-go-live';
import { makeLive } from './make-live';
import { moveOnboarding } from './move-onboarding';
import { overrideGoLive } from './override-go-live';
import { recordAupAlert } from './record-aup-alert';

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

const input = async (id: string, on: PlainDate, reason = 'A typing error.', version?: number) => ({
  ...{ onboardingId: id, version: version ?? (await steps.version(id)) },
  values: typed.move(on, reason),
});
/** Live since 3 November 2026, and ready: its check is of 1 October, its alert of 2 October. */
async function live(): Promise<string> {
  const id = await steps.add(acme);
  await steps.makeReady(acme, id);
  expectOk(await makeLive(acme.contributor, await input(id, '2026-11-03')));
  return id;
}
const correct = async (id: string, on: PlainDate, reason?: string) =>
  correctGoLive(acme.contributor, await input(id, on, reason));
const fieldsOf = (result: Awaited<ReturnType<typeof correct>>) =>
  !result.ok && result.problem.kind === 'invalid' && result.problem.fields;

test('the date is corrected with a reason, and the one before is kept in the history', async () => {
  const id = await live();
  expectOk(await correct(id, '2026-10-13'));
  expect(await steps.row(id)).toMatchObject({
    ...{ go_live: '2026-10-13', since: '2026-10-13', state: 'live', verdict: 'ready' },
    overridden_by: null,
  });
  const { ods_code: code } = await steps.row(id);
  const history = await getEuoHistory(acme.person, { code, id }, undefined);
  expect(history?.entries[0]).toMatchObject({
    title: 'Go-live date corrected',
    lines: ['Go-live date: from 3 November 2026 to 13 October 2026'],
    quoted: 'A typing error.',
  });
});

test('to a day on which it was not ready it is refused with the reasons, and changes nothing', async () => {
  const id = await live();
  expect(fieldsOf(await correct(id, '2026-10-01'))).toEqual([
    { field: 'on', message: 'It is not ready as at 1 October 2026: 1 thing is missing' },
    {
      ...{ field: '', message: expect.stringContaining('you alerted them on 2 October 2026') },
      href: expect.any(String),
    },
  ]);
  expect(await steps.row(id)).toMatchObject({ go_live: '2026-11-03', verdict: 'ready' });
});

test('a signatory overrides that, where there is something to override', async () => {
  const id = await live();
  const override = async (on: PlainDate, reason = 'It could not wait.', who = acme.signatory) =>
    overrideCorrection(who, await input(id, on, reason));
  expect(codeOf(await override('2026-10-01', 'x', acme.contributor))).toBe('forbidden');
  expect(codeOf(await override('2026-10-01', 'x', other.signatory))).toBe('not_found');
  expect(codeOf(await override('2026-10-13'))).toBe('ready');
  expect(fieldsOf(await override('2026-10-01', ' '))).toEqual([
    { field: 'reason', message: 'Enter a justification' },
  ]);
  expectOk(await override('2026-10-01'));
  expect(await steps.row(id)).toMatchObject({
    ...{ go_live: '2026-10-01', verdict: 'not_ready', override_reason: 'It could not wait.' },
    overridden_by: acme.signatory.personId,
  });
  const [last] = (await steps.eventsOf(id)).slice(-1);
  expect(last).toMatchObject({
    ...{ type: 'onboarding.go_live_corrected', audience: 'supplier' },
    contents: {
      ...{ override: true },
      words: [expect.stringContaining('AUP: the supplier alerted them on 2 October 2026')],
    },
  });
  expectOk(await correct(id, '2026-11-04'));
  expectOk(await override('2026-09-30', 'Once more.'));
  expect(await steps.row(id)).toMatchObject({ override_reason: 'Once more.' });
});

test('one that was not ready before may be corrected without an override', async () => {
  const id = await steps.add(acme);
  const asked = await input(id, '2026-11-03', 'It cannot wait.');
  expectOk(await overrideGoLive(acme.signatory, asked));
  expectOk(await correct(id, '2026-11-02'));
  expect(await steps.row(id)).toMatchObject({
    ...{ go_live: '2026-11-02', verdict: 'not_proven', override_reason: 'It cannot wait.' },
  });
});

test('an alert since the wrong day counts on the right one, and correcting it back undoes that', async () => {
  const id = await live();
  const told = async (version: string, on: PlainDate) => {
    const values = typed.alert({ version }, on);
    const alert = { onboardingId: id, version: await steps.version(id), values };
    expectOk(await recordAupAlert(acme.contributor, alert));
  };
  const alerts = async () => {
    const row = await steps.row(id);
    return [row.aup_version, row.alerted, row.aup_renewed_version, row.verdict];
  };
  await told('3', '2026-11-05');
  expect(await alerts()).toEqual(['2', '2026-10-02', '3', 'ready']);
  expectOk(await correct(id, '2026-11-06'));
  expect(await alerts()).toEqual(['3', '2026-11-05', null, 'ready']);
  await told('4', '2026-11-09');
  expectOk(await correct(id, '2026-11-03'));
  expect(await alerts()).toEqual(['2', '2026-10-02', '4', 'ready']);
  expectOk(await correct(id, '2026-11-04'));
  expectOk(await correct(id, '2026-11-06'));
  expect(await alerts()).toEqual(['3', '2026-11-05', '4', 'ready']);
});

test('what is kept of an override as at its own day names the day, and is right for any reader', async () => {
  const id = await live();
  await world.sql`insert into aup_versions (version, version_key, in_force_from, published_by, published_at)
    values ('5', '5', '2026-11-23', ${acme.signatory.personId}, now())`;
  expectOk(await overrideCorrection(acme.signatory, await input(id, '2026-11-23')));
  await world.sql`delete from aup_versions`;
  const [last] = (await steps.eventsOf(id)).slice(-1);
  expect(last?.contents.words).toEqual([
    'AUP: version 5 was in force on 23 November 2026; the supplier alerted them to version 2.',
  ]);
});

test('the day is another one, not ahead, and not after it was suspended', async () => {
  const id = await live();
  const said = async (on: PlainDate, reason?: string) => {
    const fields = fieldsOf(await correct(id, on, reason));
    return fields ? fields[0]?.message : fields;
  };
  expect(await said('2026-11-03')).toBe('3 November 2026 is the go-live date already');
  expect(await said('2026-11-24')).toBe('Go-live date must be today or in the past');
  expect(await said('2026-11-04', '')).toBe('Enter a reason');
  const suspending = { ...(await input(id, '2026-11-10')), move: 'suspend' };
  expectOk(await moveOnboarding(acme.contributor, suspending));
  expect(await said('2026-11-11')).toBe(
    'Go-live date must be on or before 10 November 2026, when it was suspended',
  );
  expectOk(await correct(id, '2026-11-09'));
  expect(await steps.row(id)).toMatchObject({ since: '2026-11-10', go_live: '2026-11-09' });
  const old = await correctGoLive(acme.contributor, await input(id, '2026-11-08', 'x', 1));
  expect(codeOf(old)).toBe('changed');
});

test('what is planned or disconnected has no such correction', async () => {
  const planned = await steps.add(acme);
  expect(codeOf(await correct(planned, '2026-11-02'))).toBe('wrong_status');
  const id = await live();
  const leaving = { ...(await input(id, '2026-11-10')), move: 'disconnect' };
  expectOk(await moveOnboarding(acme.contributor, leaving));
  expect(codeOf(await correct(id, '2026-11-02'))).toBe('wrong_status');
});

test('the database lets no job change it, and no override without a correction', async () => {
  const id = await live();
  const { sql } = world;
  const job = asActor({ kind: 'system', name: 'import' }, (tx) =>
    tx.execute(`update onboardings set go_live_on = '2026-10-01' where id = '${id}'`),
  );
  await expect(job).rejects.toMatchObject({ constraint: 'onboardings_go_live' });
  expectOk(await overrideCorrection(acme.signatory, await input(id, '2026-10-01')));
  const again = asActor(acme.signatory, (tx) =>
    tx.execute(`update onboardings set override_reason = 'other' where id = '${id}'`),
  );
  await expect(again).rejects.toMatchObject({ constraint: 'onboardings_overrides' });
  const [kept] = await sql`select override_reason from onboardings where id = ${id}`;
  expect(kept?.override_reason).toBe('A typing error.');
});
