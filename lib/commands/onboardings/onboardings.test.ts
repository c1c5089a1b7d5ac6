import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeOf } from '@/lib/testing/assessment';
import { onboardingSteps, typed } from '@/lib/testing/onboardings';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { addOnboarding } from './add-onboarding';
import { changeDetails } from './change-details';
import { recordAupAlert } from './record-aup-alert';
import { recordCheck } from './record-check';

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

type Values = Record<string, string>;
const add = (odsCode: string, values: Values = typed.details(), actor = acme.contributor) =>
  addOnboarding(actor, { odsCode, productId: acme.productId, values });
const change = async (id: string, values: Values, given?: { version?: number; by?: Supplier }) =>
  changeDetails((given?.by ?? acme).contributor, {
    ...{ onboardingId: id, values: typed.details(values) },
    version: given?.version ?? (await steps.version(id)),
  });
const fieldsOf = (result: Awaited<ReturnType<typeof change>>) =>
  !result.ok && result.problem.kind === 'invalid'
    ? result.problem.fields.map(({ field, message }) => [field, message])
    : result;

describe('adding', () => {
  test('is planned, judged in the same transaction, with its event', async () => {
    const { id } = expectOk(
      await add(' e901 ', typed.details({ contactEmail: 'PAT@Elm.example' })),
    );
    expect(await steps.row(id)).toMatchObject({
      ...{ ods_code: 'E901', state: 'planned', since: '2026-11-23', verdict: 'not_proven' },
      ...{ reasons: ['dspt_not_proven', 'aup_missing'], flags: ['ods_unchecked'] },
      ...{ contact_email: 'pat@elm.example', edited_by: acme.contributor.personId, version: 1 },
    });
    expect(await steps.eventsOf(id)).toMatchObject([
      {
        ...{ type: 'onboarding.added', audience: 'supplier' },
        contents: { odsCode: 'E901', product: acme.productName, after: { name: 'Elm Surgery' } },
      },
    ]);
  });

  test('the same code and product again leads to the one that is there', async () => {
    const first = expectOk(await add('E902'));
    expect(expectOk(await add('e902', { name: '' }))).toEqual({ ...first, known: true });
    const twice = await Promise.all([add('E903'), add('E903')]);
    expect(twice.map((one) => expectOk(one).known).sort()).toEqual([false, true]);
    expect(await steps.eventsOf(first.id)).toHaveLength(1);
  });

  test('only by a contributor, for an own product', async () => {
    expect(codeOf(await add('E904', typed.details(), acme.signatory))).toBe('forbidden');
    expect(codeOf(await add('E904', typed.details(), other.contributor))).toBe('not_found');
    const staff = await world.staff('Asha', 'assessor');
    expect(codeOf(await add('E904', typed.details(), staff))).toBe('forbidden');
    expect(codeOf(await add('not a code'))).toBe('invalid');
  });

  test('every problem is named by its field', async () => {
    const typedBadly = {
      ...{ name: 'x'.repeat(2000), address: 'a\0b', contactEmail: 'nonsense', leadOdsCode: 'E905' },
      ...{ 'goLive-day': '31', 'goLive-month': '6', 'goLive-year': '2026' },
      ...{ dsptCode: 'A--!', safety: 'not_applicable', safetyReason: ' ' },
    };
    expect(fieldsOf((await add('E905', typedBadly)) as never)).toEqual([
      ['name', 'The name must be 200 characters or fewer'],
      ['address', 'The address must not include hidden control characters'],
      ['goLive', 'Go-live date must be a real date'],
      ['leadOdsCode', 'An organisation cannot be its own lead'],
      ['dsptCode', 'DSPT code must only include letters, numbers, hyphens and spaces'],
      ['contactEmail', 'Enter an email address in the correct format, like name@example.com'],
      ['safetyReason', 'Enter the reason why it does not apply'],
    ]);
  });

  test('no go-live is planned before the product was there', async () => {
    await world.sql`update products set available_from = '2026-05-01' where id = ${other.productId}`;
    const values = typed.details({
      'goLive-day': '30',
      'goLive-month': '4',
      'goLive-year': '2026',
    });
    const input = { odsCode: 'E906', productId: other.productId, values };
    expect(await addOnboarding(other.contributor, input)).toMatchObject({
      problem: { fields: [{ field: 'goLive', message: expect.stringContaining('1 May 2026') }] },
    });
  });
});

describe('changing the details', () => {
  test('writes one event with before and after, and who edited it', async () => {
    const id = await steps.add(acme);
    expectOk(
      await change(id, { name: 'Elm Tree Surgery', safety: 'reference', safetyReference: 'CS-7' }),
    );
    const row = await steps.row(id);
    expect(row).toMatchObject({
      ...{ name: 'Elm Tree Surgery', clinical_safety: 'CS-7', version: 2 },
      edited_by: acme.contributor.personId,
    });
    expect((await steps.eventsOf(id)).at(-1)).toMatchObject({
      type: 'onboarding.changed',
      contents: {
        before: { name: 'Elm Surgery', clinicalSafety: '' },
        after: { name: 'Elm Tree Surgery', clinicalSafety: 'CS-7' },
      },
    });
    // As after a second press: with the version of the first.
    expectOk(
      await change(
        id,
        { name: 'Elm Tree Surgery', safety: 'reference', safetyReference: 'CS-7' },
        { version: 1 },
      ),
    );
    expect(await steps.eventsOf(id)).toHaveLength(2);
  });

  test('whoever comes second is shown what stands, and loses nothing', async () => {
    const id = await steps.add(acme);
    const first = { onboardingId: id, version: 1, values: typed.details({ name: 'First' }) };
    expectOk(await changeDetails(acme.person, first));
    expect(await change(id, { name: 'Second' }, { version: 1 })).toMatchObject({
      problem: {
        kind: 'conflict',
        conflict: { version: 2, fields: { name: 'First' }, changedBy: acme.person.name },
      },
    });
    expect((await steps.row(id)).name).toBe('First');
  });

  test('another supplier’s is like none', async () => {
    const id = await steps.add(acme);
    expect(codeOf(await change(id, {}, { by: other, version: 1 }))).toBe('not_found');
    const values = typed.alert();
    const alert = { onboardingId: id, version: 1, values };
    expect(codeOf(await recordAupAlert(other.contributor, alert))).toBe('not_found');
    const check = { onboardingId: id, values: typed.check() };
    expect(codeOf(await recordCheck(other.contributor, check))).toBe('not_found');
    expect(codeOf(await recordCheck(acme.signatory, check))).toBe('forbidden');
  });

  test('a lead is in the ledger, has none itself, and who leads takes none', async () => {
    const [one, two, three] = [await steps.add(acme), await steps.add(acme), await steps.add(acme)];
    const code = async (id: string): Promise<string> => (await steps.row(id)).ods_code;
    const [a, b, c] = [await code(one), await code(two), await code(three)];
    expect(fieldsOf(await change(one, { leadOdsCode: 'NOSUCH' }))).toEqual([
      ['leadOdsCode', expect.stringContaining('NOSUCH is not among your organisations')],
    ]);
    expectOk(await change(one, { leadOdsCode: b.toLowerCase() }));
    expect(fieldsOf(await change(three, { leadOdsCode: a }))).toEqual([
      ['leadOdsCode', `Elm Surgery has a lead of its own, ${b}. Enter that one`],
    ]);
    expect(fieldsOf(await change(two, { leadOdsCode: c }))).toEqual([
      ['leadOdsCode', expect.stringContaining('it cannot have one itself')],
    ]);
    const [x, y] = [await steps.add(acme), await steps.add(acme)];
    const [ofX, ofY] = [await code(x), await code(y)];
    const both = await Promise.all([
      change(x, { leadOdsCode: ofY }),
      change(y, { leadOdsCode: ofX }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('who follows is judged again with its lead', async () => {
    const [lead, follower] = [await steps.add(acme), await steps.add(acme)];
    const { ods_code: code } = await steps.row(lead);
    expectOk(await change(follower, { leadOdsCode: code }));
    const values = typed.alert();
    expectOk(await recordAupAlert(acme.contributor, { onboardingId: lead, version: 1, values }));
    expect(await steps.row(follower)).toMatchObject({
      ...{ reasons: ['dspt_not_proven'], flags: ['ods_unchecked', 'aup_by_lead'] },
    });
  });
});
