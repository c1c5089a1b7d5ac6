import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STATUS_IDS } from './application';
import { MESSAGE_KINDS, type MessageKind, messageRule } from './messages';
import { ROLES, type Role, STAFF_ROLES, SUPPLIER_ROLES } from './permissions';
import { type Recipient, type RecipientFacts, recipientsOf } from './recipients';

const person = (id: string, organisationId: string | null, ...roles: Role[]): Recipient => ({
  ...{ id, organisationId, roles, active: true, hasPassword: true },
});
const PEOPLE = [
  person('contributor', 'us', 'contributor'),
  person('signatory', 'us', 'signatory'),
  person('administrator', 'us', 'administrator'),
  person('stranger', 'them', 'contributor', 'signatory', 'administrator'),
  person('ann', null, 'assessor'),
  person('bea', null, 'assessor'),
  person('manager', null, 'manager'),
];
const facts: RecipientFacts = {
  ...{ people: PEOPLE, organisationId: 'us', status: 'in_assessment', actorId: null },
  ...{ assigneeId: 'ann', assigneeBeforeId: null, recommenderId: null, tookPart: [] },
  ...{ conflicted: [], personId: null },
};
const told = (kind: MessageKind, more: Partial<RecipientFacts> = {}) =>
  recipientsOf(kind, { ...facts, ...more });
const without = (id: string, change: Partial<Recipient>) =>
  PEOPLE.map((each) => (each.id === id ? { ...each, ...change } : each));
const recommended = { status: 'recommended', recommenderId: 'ann' } as const;

describe('who is told', () => {
  test.each<[MessageKind, Partial<RecipientFacts>, string[]]>([
    ['request-sent', {}, ['contributor', 'signatory']],
    ['decided', {}, ['administrator', 'contributor', 'signatory']],
    ['withdrawn-supplier', { actorId: 'signatory' }, ['contributor']],
    ['declaration-received', { status: 'submitted' }, ['ann']],
    ['declaration-received', { status: 'submitted', assigneeId: null }, []],
    ['case-waiting', { status: 'submitted', assigneeId: null }, ['ann', 'bea']],
    ['case-waiting', { status: 'submitted' }, []],
    ['case-waiting', { status: 'recommended', assigneeId: null }, []],
    ['case-waiting', { status: 'submitted', assigneeId: null, conflicted: ['bea'] }, ['ann']],
    ['assigned', { actorId: 'manager' }, ['ann']],
    ['assigned', { actorId: 'ann' }, []],
    ['unassigned', { assigneeBeforeId: 'bea', actorId: 'manager' }, ['bea']],
    ['unassigned', { assigneeBeforeId: 'bea', actorId: 'bea' }, []],
    ['time-asked', {}, ['ann']],
    ['time-asked', { assigneeId: null }, ['manager']],
    ['time-asked', { conflicted: ['ann'] }, ['manager']],
    ['time-asked', { people: without('ann', { active: false }) }, ['manager']],
    ['time-asked', { people: without('ann', { roles: ['manager'] }) }, ['ann', 'manager']],
    ['conflict', { actorId: 'ann' }, ['manager']],
    ['recommended', { ...recommended, tookPart: ['ann'] }, ['bea', 'manager']],
    ['recommended', { ...recommended, tookPart: ['bea'] }, ['manager']],
    ['recommended', { ...recommended, status: 'approved' }, []],
    ['sent-back', { recommenderId: 'bea', actorId: 'manager' }, ['ann', 'bea']],
    ['decided-staff', { recommenderId: 'ann', actorId: 'bea' }, ['ann']],
    ['spot-check-drawn', {}, ['contributor', 'signatory']],
    ['spot-check-answered', { status: null, actorId: 'contributor' }, ['ann']],
    ['spot-check-answered', { people: without('ann', { active: false }) }, ['manager']],
    ['spot-check-closed', { actorId: 'ann' }, ['contributor', 'signatory']],
    ['password-link', { personId: 'contributor' }, ['contributor']],
    ['invited', { personId: 'contributor' }, []],
    ['recovery-used', { personId: 'ann', actorId: 'ann' }, ['ann']],
    ['factor-reset', { personId: 'ann', actorId: 'manager' }, ['ann']],
    ['sessions-ended', { personId: 'ann', actorId: 'ann' }, []],
    ['invited', { personId: 'bea', people: without('bea', { hasPassword: false }) }, ['bea']],
  ])('%s, %j', (kind, more, expected) => expect(told(kind, more)).toEqual(expected));
});

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const anyId = fc.option(fc.constantFrom(...IDS), { nil: null });
const someIds = fc.uniqueArray(fc.constantFrom(...IDS), { maxLength: 3 });
const rolesOf = (roles: readonly Role[]) =>
  fc.uniqueArray(fc.constantFrom(...roles), { minLength: 1, maxLength: 3 });
const anyPerson = (id: string) =>
  fc
    .record({
      organisationId: fc.constantFrom('us', 'them', null),
      staffRoles: rolesOf(STAFF_ROLES),
      supplierRoles: rolesOf(SUPPLIER_ROLES),
      active: fc.boolean(),
      hasPassword: fc.boolean(),
    })
    .map(({ staffRoles, supplierRoles, ...rest }): Recipient => {
      return { id, roles: rest.organisationId === null ? staffRoles : supplierRoles, ...rest };
    });
const anyFacts: fc.Arbitrary<RecipientFacts> = fc.record({
  people: fc.tuple(...IDS.map(anyPerson)),
  organisationId: fc.constantFrom('us', null),
  status: fc.option(fc.constantFrom(...STATUS_IDS), { nil: null }),
  actorId: anyId,
  assigneeId: anyId,
  assigneeBeforeId: anyId,
  recommenderId: anyId,
  tookPart: someIds,
  conflicted: someIds,
  personId: anyId,
});

test('never anybody who left, did it, is of another organisation, of the other side or in conflict', () => {
  let most = 0;
  fc.assert(
    fc.property(fc.constantFrom(...MESSAGE_KINDS), anyFacts, (kind, given) => {
      const ids = recipientsOf(kind, given);
      expect(ids).toEqual([...new Set(ids)].sort());
      most = Math.max(most, ids.length);
      for (const id of ids) {
        const who = given.people.find((each) => each.id === id);
        expect(who).toMatchObject({ active: true });
        if (messageRule(kind).to !== 'person, whoever did it') expect(id).not.toBe(given.actorId);
        expect(given.conflicted).not.toContain(id);
        const { side } = messageRule(kind);
        if (side === 'staff') expect(who?.organisationId).toBeNull();
        if (side === 'supplier') expect(who?.organisationId).toBe('us');
        if (side === 'either') expect(id).toBe(given.personId);
      }
    }),
    { numRuns: 3000 },
  );
  expect(most).toBeGreaterThan(2);
});

test('every kind tells somebody, given people of every role', () => {
  const everybody = [
    ...ROLES.map((role) =>
      person(role, SUPPLIER_ROLES.some((r) => r === role) ? 'us' : null, role),
    ),
    person('had', null, 'assessor'),
  ];
  for (const kind of MESSAGE_KINDS) {
    const waiting = kind === 'case-waiting';
    const people =
      kind === 'invited'
        ? [{ ...person('had', 'us', 'signatory'), hasPassword: false }]
        : everybody;
    const ids = told(kind, {
      people,
      ...(kind === 'recommended' && { status: kind }),
      ...{ assigneeId: waiting ? null : 'assessor', assigneeBeforeId: 'had', personId: 'had' },
    });
    expect(ids, kind).not.toEqual([]);
  }
});
