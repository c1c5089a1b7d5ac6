import { expect, test } from 'vitest';
import type { AssignmentFacts, Candidate } from './assignment';
import type { PersonActor } from './permissions';
import { readListQuery, readReassignQuery, type StaysBecause, whyItStays } from './reassign';

const manager: PersonActor = {
  ...{ kind: 'person', personId: 'mo', name: 'Mo', organisationId: null, roles: ['manager'] },
};
const BEA: Candidate = {
  ...{ personId: 'bea', name: 'Bea', active: true, roles: ['assessor'], absentUntil: null },
};
const CASE: AssignmentFacts = {
  ...{ status: 'in_assessment', assigneeId: 'ash', conflicted: [], recommendedBy: null },
};
type Row = [
  string,
  Partial<AssignmentFacts>,
  Partial<Candidate>,
  StaysBecause | null,
  StaysBecause | null,
];

// What is said of a case as it was looked at, and of one that somebody changed since.
const ROWS: Row[] = [
  ['as it was', {}, {}, null, 'conflict'],
  ['given to somebody else', { assigneeId: 'cleo' }, {}, null, 'conflict'],
  ['put back', { assigneeId: null }, {}, null, 'conflict'],
  ['given to them', { assigneeId: 'bea' }, {}, 'already_theirs', 'already_theirs'],
  [
    ...(['given to them, who left for a while', { assigneeId: 'bea' }] as const),
    ...([{ absentUntil: '2026-12-01' }, 'already_theirs', 'already_theirs'] as const),
  ],
  ['approved', { status: 'approved' }, {}, 'wrong_status', 'wrong_status'],
  ['withdrawn', { status: 'withdrawn' }, {}, 'wrong_status', 'wrong_status'],
  ['taken back', { status: 'draft' }, {}, 'taken_back', 'taken_back'],
  [
    ...(['theirs to keep away from', { conflicted: ['bea'] }, {}] as const),
    ...(['conflict_of_interest', 'conflict_of_interest'] as const),
  ],
  ['another’s to keep away from', { conflicted: ['cleo'] }, {}, null, 'conflict'],
  [
    ...(['recommended by them', { status: 'recommended', recommendedBy: 'bea' }, {}] as const),
    ...(['recommender', 'recommender'] as const),
  ],
  [
    ...([
      'theirs until they were away',
      { status: 'recommended', recommendedBy: 'bea', assigneeId: null },
    ] as const),
    ...([{}, null, 'conflict'] as const),
  ],
  ['recommended', { status: 'recommended', recommendedBy: 'ash' }, {}, null, 'conflict'],
  ['for somebody absent', {}, { absentUntil: '2026-12-01' }, 'absent', 'absent'],
  ['for no assessor', {}, { roles: ['manager'] }, 'not_an_assessor', 'not_an_assessor'],
  ['for somebody who left', {}, { active: false }, 'not_an_assessor', 'not_an_assessor'],
];
test.each(ROWS)('an application %s', (_, facts, to, asLookedAt, changed) => {
  const why = (stale: boolean) =>
    whyItStays(manager, { ...CASE, ...facts }, { ...BEA, ...to }, stale);
  expect([why(false), why(true)]).toEqual([asLookedAt, changed]);
});

test.each([
  ['?tab=open&due=late', '?tab=open&due=late'],
  ['tab=open', '?tab=open'],
  ['', ''],
  ['@elsewhere.example', ''],
  ['/../sign-out?tab=open', ''],
  ['?tab=nonsense&moved=3', ''],
])('the list that %s leads back to is %s', (text, query) => {
  expect(readListQuery(text)).toBe(query);
  expect(readReassignQuery({ list: text }).list).toBe(query);
});
