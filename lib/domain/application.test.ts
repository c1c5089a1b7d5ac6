import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  availableTransitions,
  type CaseFacts,
  isOpen,
  isSecondPerson,
  mayTransition,
  OPEN_STATUSES,
  STATUS_IDS,
  type Status,
  TRANSITIONS,
  type TransitionId,
  waitingOn,
} from './application';
import type { Actor, Role } from './permissions';
import { ROLES } from './permissions';

const person = (role: Role, personId = `the-${role}`): Actor => ({
  kind: 'person',
  personId,
  name: role,
  organisationId: role === 'assessor' || role === 'manager' ? null : 'org',
  roles: [role],
});
const facts = (status: Status, changes: Partial<CaseFacts> = {}): CaseFacts => ({
  status,
  round: 1,
  assigneeId: 'the-assessor',
  reviewStarted: false,
  recommendedBy: null,
  reviewers: [],
  conflicted: [],
  requestsSent: 0,
  requestsMost: 3,
  requestOpen: status === 'information_requested',
  ...changes,
});

/** Written out by hand, beside the table that it checks: role, from, what may be done. */
const ALLOWED: [Role, Status, TransitionId[]][] = [
  ['signatory', 'draft', ['submit', 'withdraw']],
  ['signatory', 'submitted', ['take_back', 'withdraw']],
  ['signatory', 'in_assessment', ['withdraw']],
  ['signatory', 'information_requested', ['resubmit', 'withdraw']],
  ['signatory', 'recommended', ['withdraw']],
  ['assessor', 'submitted', ['begin_assessment']],
  ['assessor', 'in_assessment', ['request_information', 'recommend']],
  ['assessor', 'information_requested', ['cancel_request']],
  [
    'assessor',
    'recommended',
    ['send_back', 'confirm_approved', 'confirm_approved_with_conditions', 'confirm_rejected'],
  ],
  ['assessor', 'approved_with_conditions', ['meet_conditions']],
  [
    'manager',
    'recommended',
    ['send_back', 'confirm_approved', 'confirm_approved_with_conditions', 'confirm_rejected'],
  ],
  ['manager', 'rejected', ['uphold_review']],
];
const allowed = (role: Role, status: Status) =>
  ALLOWED.find(([who, from]) => who === role && from === status)?.[2] ?? [];

describe('every role in every status may take exactly the transitions of the table', () => {
  const rows = ROLES.flatMap((role) => STATUS_IDS.map((status) => [role, status] as const));
  test.each(rows)('%s in %s', (role, status) => {
    expect(availableTransitions(person(role), facts(status))).toEqual(allowed(role, status));
  });
});

describe('every transition from every status by every role has one answer', () => {
  const rows = TRANSITIONS.flatMap(({ id, from, permission }) =>
    STATUS_IDS.flatMap((status) =>
      ROLES.map((role) => ({ id, from: from as readonly Status[], permission, status, role })),
    ),
  );
  test.each(rows)('$id from $status by $role', ({ id, from, status, role }) => {
    const answer = mayTransition(person(role), facts(status), id);
    const everAllowed = ALLOWED.some(([who, , ids]) => who === role && ids.includes(id));
    const staffRecall = id === 'recall' && role === 'assessor';
    if (!everAllowed && !staffRecall) expect(answer).toBe('forbidden');
    else if (!from.includes(status)) expect(answer).toBe('wrong_status');
    else expect(answer).toBe(allowed(role, status).includes(id) ? 'allowed' : 'guarded');
  });
});

describe('guards', () => {
  const assessor = person('assessor');
  const cases: [string, Actor, CaseFacts, TransitionId, string][] = [
    ['taken back before review', person('signatory'), facts('submitted'), 'take_back', 'allowed'],
    [
      'not after it began',
      person('signatory'),
      facts('submitted', { reviewStarted: true }),
      'take_back',
      'guarded',
    ],
    [
      'not in a later round',
      person('signatory'),
      facts('submitted', { round: 2 }),
      'take_back',
      'guarded',
    ],
    [
      'not somebody else’s case',
      person('assessor', 'other'),
      facts('in_assessment'),
      'recommend',
      'guarded',
    ],
    [
      'a fourth request',
      assessor,
      facts('in_assessment', { requestsSent: 3 }),
      'request_information',
      'guarded',
    ],
    [
      'the third request',
      assessor,
      facts('in_assessment', { requestsSent: 2 }),
      'request_information',
      'allowed',
    ],
    [
      'while a request is open',
      assessor,
      facts('in_assessment', { requestOpen: true }),
      'recommend',
      'guarded',
    ],
    [
      'own recommendation recalled',
      assessor,
      facts('recommended', { recommendedBy: 'the-assessor' }),
      'recall',
      'allowed',
    ],
    [
      'another’s not',
      assessor,
      facts('recommended', { recommendedBy: 'other' }),
      'recall',
      'guarded',
    ],
    [
      'own recommendation confirmed',
      assessor,
      facts('recommended', { recommendedBy: 'the-assessor' }),
      'confirm_approved',
      'guarded',
    ],
    [
      'a reviewer of any round',
      person('manager'),
      facts('recommended', { reviewers: ['the-manager'] }),
      'confirm_rejected',
      'guarded',
    ],
    [
      'a conflict of interest',
      person('manager'),
      facts('recommended', { conflicted: ['the-manager'] }),
      'send_back',
      'guarded',
    ],
    [
      'only the system lets a request expire',
      { kind: 'system', name: 'job' },
      facts('information_requested'),
      'expire_request',
      'allowed',
    ],
    ['a visitor may nothing', { kind: 'visitor' }, facts('draft'), 'submit', 'forbidden'],
  ];
  test.each(cases)('%s', (_, actor, given, id, answer) => {
    expect(mayTransition(actor, given, id)).toBe(answer);
  });
});

test('nobody who took part is ever the second person', () => {
  const ids = fc.constantFrom('a', 'b', 'c', 'd');
  fc.assert(
    fc.property(
      ids,
      ids,
      fc.array(ids),
      fc.array(ids),
      (who, recommendedBy, reviewers, conflicted) => {
        const actor = person('manager', who);
        const took = [recommendedBy, ...reviewers, ...conflicted].includes(who);
        const given = facts('recommended', { recommendedBy, reviewers, conflicted });
        expect(isSecondPerson(actor, given)).toBe(!took);
      },
    ),
  );
});

test('a decided application leads nowhere but by meeting conditions or a review upheld', () => {
  const closed = STATUS_IDS.filter((status) => !isOpen(status));
  expect(closed).toEqual(['approved', 'approved_with_conditions', 'rejected', 'withdrawn']);
  for (const { id, from } of TRANSITIONS)
    for (const status of from as readonly Status[])
      if (!isOpen(status)) expect(['meet_conditions', 'uphold_review']).toContain(id);
});

test('every open status waits for somebody, and can be withdrawn', () => {
  for (const status of OPEN_STATUSES) {
    expect(waitingOn(status)).not.toBe('nobody');
    expect(mayTransition(person('signatory'), facts(status), 'withdraw')).toBe('allowed');
  }
});
