import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeOf } from '@/lib/testing/assessment';
import { onboardingSteps, typed } from '@/lib/testing/onboardings';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { makeLive } from './make-live';
import { moveOnboarding } from './move-onboarding';
import { recordAupAlert } from './record-aup-alert';
import { recordCheck } from './record-check';

let world: World;
let steps: ReturnType<typeof onboardingSteps>;
let acme: Supplier;
beforeAll(async () => {
  world = await makeWorld();
  steps = onboardingSteps(world);
  acme = await world.supplier('Acme Care');
});
afterAll(() => world.end());

type Values = Record<string, string>;
const alert = async (id: string, values: Values, version?: number) =>
  recordAupAlert(acme.contributor, {
    ...{ onboardingId: id, values, version: version ?? (await steps.version(id)) },
  });
const check = (id: string, values: Values) =>
  recordCheck(acme.contributor, { onboardingId: id, values });
const saidOf = (result: Awaited<ReturnType<typeof alert>> | Awaited<ReturnType<typeof check>>) =>
  !result.ok && result.problem.kind === 'invalid'
    ? result.problem.fields.map(({ message }) => message)
    : result;

describe('the AUP alert', () => {
  test('is kept and judged, with an event; the same again changes nothing', async () => {
    const id = await steps.add(acme);
    expectOk(
      await alert(
        id,
        typed.alert({
          'acknowledged-day': '5',
          'acknowledged-month': '10',
          'acknowledged-year': '2026',
        }),
      ),
    );
    expect(await steps.row(id)).toMatchObject({
      ...{ aup_version: '2', alerted: '2026-10-02', reasons: ['dspt_not_proven'], version: 2 },
      ...{ aup_method: 'Email', aup_alerted_by: 'Chris', edited_by: acme.contributor.personId },
    });
    expect((await steps.eventsOf(id)).at(-1)).toMatchObject({
      type: 'onboarding.changed',
      contents: {
        before: { aupVersion: null, aupMethod: '' },
        after: { aupVersion: '2', aupAlertedOn: '2026-10-02', aupAcknowledgedOn: '2026-10-05' },
      },
    });
    const same = typed.alert({
      'acknowledged-day': '5',
      'acknowledged-month': 'Oct',
      'acknowledged-year': '2026',
    });
    expectOk(await alert(id, same, 1));
    expect(await steps.eventsOf(id)).toHaveLength(2);
    expect(await alert(id, typed.alert({ method: 'Letter' }), 1)).toMatchObject({
      problem: {
        kind: 'conflict',
        conflict: { fields: { method: 'Email', 'alerted-month': '10' } },
      },
    });
  });

  test('its days are not ahead, and the acknowledgement not before it', async () => {
    const id = await steps.add(acme);
    expect(saidOf(await alert(id, typed.alert({ version: '', method: '' }, '2026-11-24')))).toEqual(
      [
        'Enter the AUP version',
        'Date of the alert must be today or in the past',
        'Enter how you alerted them',
      ],
    );
    const before = {
      'acknowledged-day': '1',
      'acknowledged-month': '10',
      'acknowledged-year': '2026',
    };
    expect(saidOf(await alert(id, typed.alert(before)))).toEqual([
      'Date of the acknowledgement must not be before the alert',
    ]);
  });

  test('names a published version where there is one, or the one recorded before', async () => {
    const id = await steps.add(acme);
    expectOk(await alert(id, typed.alert({ version: '0.9' })));
    const staff = await world.staff('Max', 'manager');
    await world.sql`insert into aup_versions (version, version_key, in_force_from, published_by, published_at)
      values ('2', '2', '2026-01-01', ${staff.personId}, now())`;
    expect(saidOf(await alert(id, typed.alert({ version: '7' })))).toEqual([
      'Select the version of the AUP',
    ]);
    expectOk(await alert(id, typed.alert({ version: '0.9', method: 'Letter' })));
    expect((await steps.row(id)).reasons).toEqual(['dspt_not_proven', 'aup_other_version']);
    expectOk(await alert(id, typed.alert()));
    expect((await steps.row(id)).reasons).toEqual(['dspt_not_proven']);
  });
});

describe('an AUP alert after it went live', () => {
  test('stands beside the one before, which the verdict goes by', async () => {
    const id = await steps.add(acme);
    await steps.makeReady(acme, id);
    const on = typed.move('2026-11-03');
    expectOk(
      await makeLive(acme.contributor, {
        ...{ onboardingId: id, version: await steps.version(id), values: on },
      }),
    );
    const staff = await world.staff('Max', 'manager');
    await world.sql`insert into aup_versions (version, version_key, in_force_from, published_by, published_at)
      values ('3', '3', '2026-11-10', ${staff.personId}, now())`;
    expectOk(await alert(id, typed.alert({ version: '3' }, '2026-11-12')));
    expect(await steps.row(id)).toMatchObject({
      ...{ aup_version: '2', alerted: '2026-10-02', verdict: 'ready', flags: ['ods_unchecked'] },
      ...{ aup_renewed_version: '3', aup_renewed_method: 'Email' },
    });
    expect((await steps.eventsOf(id)).at(-1)?.contents).toMatchObject({
      ...{ since: '2026-11-03', after: { aupVersion: '3', aupAlertedOn: '2026-11-12' } },
    });
    // One of a day before it went live is a correction of what counts.
    expectOk(await alert(id, typed.alert({}, '2026-11-01')));
    expect(await steps.row(id)).toMatchObject({ alerted: '2026-11-01', aup_renewed_version: '3' });
    await world.sql`delete from aup_versions where version = '3'`;
  });
});

describe('a DSPT check', () => {
  test('is kept once, judged, and followed by a newer one', async () => {
    const id = await steps.add(acme);
    expect(expectOk(await check(id, typed.check()))).toEqual({ known: false });
    expect(expectOk(await check(id, typed.check()))).toEqual({ known: true });
    expect((await steps.row(id)).reasons).toEqual(['aup_missing']);
    expectOk(await check(id, typed.check({ level: 'standards_not_met' }, '2026-10-09')));
    expect((await steps.row(id)).reasons).toEqual(['dspt_below', 'aup_missing']);
    const kept =
      await world.sql`select status, edition, level, code, recorded_by from onboarding_checks
      where onboarding_id = ${id} order by checked_on`;
    const by = acme.contributor.personId;
    expect(kept).toMatchObject([
      { status: '25/26 Standards Met', edition: '25/26', code: 'E1', recorded_by: by },
      { status: '25/26 Standards Not Met', level: 'standards_not_met' },
    ]);
    expect((await steps.eventsOf(id)).map(({ type }) => type)).toEqual([
      ...['onboarding.added', 'onboarding.checked', 'onboarding.checked'],
    ]);
  });

  test('of nothing published asks no edition and no date', async () => {
    const id = await steps.add(acme);
    const nothing = {
      level: 'not_published',
      edition: '',
      'published-day': '',
      'published-month': '',
      'published-year': '',
    };
    expectOk(await check(id, typed.check(nothing)));
    const [kept] = await world.sql`select status, edition, published_on from onboarding_checks
      where onboarding_id = ${id}`;
    expect(kept).toEqual({ status: 'Not Published', edition: null, published_on: null });
  });

  test('says what is wrong with it', async () => {
    const id = await steps.add(acme);
    expect(saidOf(await check(id, {}))).toEqual([
      'Enter the date of the check',
      'Enter who checked',
      'Enter a DSPT code',
      'Select the DSPT status',
      'Select the edition of the status',
      'Enter the date of publication',
    ]);
    const odd = typed.check({ edition: '99/00', checkedBy: 'a\u0007b' }, '2026-06-27');
    expect(saidOf(await check(id, odd))).toEqual([
      'Who checked must not include hidden control characters',
      'Select the edition of the status',
      'Date of publication must not be after the check',
    ]);
    const ahead = typed.check({ 'checked-day': '31', 'checked-month': '6' });
    expect(saidOf(await check(id, ahead))).toEqual(['Date of the check must be a real date']);
  });

  test('none is recorded of one that is cancelled', async () => {
    const id = await steps.add(acme);
    const values = typed.move('2026-11-23', 'They chose another product.');
    expectOk(
      await moveOnboarding(acme.contributor, {
        ...{ onboardingId: id, version: 1, move: 'cancel', values },
      }),
    );
    expect(codeOf(await check(id, typed.check()))).toBe('wrong_status');
    expect(codeOf(await alert(id, typed.alert()))).toBe('wrong_status');
  });
});
