import { expect, test } from 'vitest';
import { choosableKinds, fixedKinds, keptChoices } from './message-choices';
import { MESSAGE_KINDS, messageRule } from './messages';
import { ROLES, type Role, STAFF_ROLES } from './permissions';
import { type RecipientFacts, recipientsOf } from './recipients';

const side = (role: Role) => (STAFF_ROLES.some((staff) => staff === role) ? null : 'acme');
const person = (role: Role) => ({ organisationId: side(role), roles: [role] });

/** Every case in which somebody with this role could be told of anything; only assessors have one. */
function mayBeTold(role: Role): string[] {
  const self = role === 'assessor' ? 'reader' : 'somebody';
  const reader = { id: 'reader', ...person(role), active: true };
  const settings = (['submitted', 'recommended'] as const).flatMap((status) =>
    [null, self, 'somebody'].map((assigneeId) => ({ status, assigneeId })),
  );
  return MESSAGE_KINDS.filter((kind) =>
    settings.some(({ status, assigneeId }) => {
      const facts: RecipientFacts = {
        people: [{ ...reader, hasPassword: true }],
        ...{ organisationId: 'acme', status, actorId: null, assigneeId, personId: 'reader' },
        ...{ assigneeBeforeId: self, recommenderId: 'other', tookPart: [], conflicted: [] },
      };
      const recommender = { ...facts, recommenderId: self };
      return [facts, recommender].some((each) => recipientsOf(kind, each).includes('reader'));
    }),
  );
}

test.each(ROLES)('a %s chooses among all that could ever reach them', (role) => {
  const offered = [...choosableKinds(person(role)), ...fixedKinds(person(role))];
  expect(mayBeTold(role).filter((kind) => !offered.some((each) => each === kind))).toEqual([]);
});

test('an administrator is offered what concerns the organisation, nothing of the staff', () => {
  const offered = choosableKinds(person('administrator'));
  expect(offered).toEqual(['decided', 'condition-met', 'approval-at-risk', 'review-upheld']);
  for (const kind of choosableKinds(person('contributor')))
    expect(messageRule(kind).side).toBe('supplier');
});

test('what somebody must act on is never offered', () => {
  for (const role of ROLES)
    for (const kind of choosableKinds(person(role))) expect(messageRule(kind).optional).toBe(true);
  expect(fixedKinds(person('contributor'))).toEqual([
    'request-sent',
    'spot-check-drawn',
    'spot-check-asked-again',
    'sessions-ended',
    'recovery-used',
    'factor-reset',
    'factor-set',
    'factor-off',
    'password-set',
    'password-link',
  ]);
});

test('only what differs from the usual is kept, and what was not offered stays', () => {
  const before = { assigned: 'digest', decided: 'portal_only' } as const;
  expect(keptChoices(before, { decided: 'at_once', 'time-given': 'digest' })).toEqual({
    assigned: 'digest',
    'time-given': 'digest',
  });
  expect(before.decided).toBe('portal_only');
});
