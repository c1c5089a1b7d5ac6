import { beforeAll, expect, test } from 'vitest';
import { type Reassigned, readReassigned, writeReassigned } from '@/app/manage/reassigned';
import { MOST_AT_ONCE } from '@/lib/domain/reassign';

beforeAll(() => {
  process.env.AUTH_SECRET = 'a secret of at least thirty-two characters';
});
const [mo, max] = [{ personId: 'mo' }, { personId: 'max' }];
const at = new Date('2026-11-23T10:00:00Z');
const outcome: Reassigned = {
  ...{ moved: 2, to: 'bea' },
  kept: [{ reference: 'DSI-7K3M-9Q2T', because: 'conflict' }],
};
const queryOf = (said: Reassigned) => Object.fromEntries(writeReassigned(said, mo, at));
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);

test('what happened is told to whoever did it, for ten minutes', () => {
  expect(readReassigned(queryOf(outcome), mo, later(0))).toEqual(outcome);
  expect(readReassigned(queryOf(outcome), mo, later(10))).toEqual(outcome);
  expect(readReassigned(queryOf(outcome), mo, later(11))).toBeNull();
});

test('nobody else is told it, and an address that somebody made tells nothing', () => {
  const { reassigned = '' } = queryOf(outcome);
  expect(readReassigned({ reassigned }, max, later(1))).toBeNull();
  expect(readReassigned({ reassigned: `${reassigned.slice(0, -2)}AA` }, mo, later(1))).toBeNull();
  const plain: Record<string, string>[] = [
    { moved: '3', given: 'bea', kept: 'DSI-7K3M-9Q2T.conflict' },
    { reassigned: JSON.stringify({ ...outcome, at: at.getTime() }) },
    {},
  ];
  for (const query of plain) expect(readReassigned(query, mo, later(1))).toBeNull();
});

test('an address holds as many as are moved at once', () => {
  const kept = Array.from({ length: MOST_AT_ONCE }, () => ({
    ...{ reference: 'DSI-7K3M-9Q2T', because: 'conflict_of_interest' as const },
  }));
  const { reassigned = '' } = queryOf({ ...outcome, kept });
  expect(reassigned.length).toBeLessThan(8000);
  expect(readReassigned({ reassigned }, mo, later(1))?.kept).toHaveLength(MOST_AT_ONCE);
});
