import { describe, expect, test } from 'vitest';
import { standingOf, toAskAgain } from './spot-check-standing';

const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const clean = (day: number) => ({ scan: 'clean' as const, uploadedAt: at(day) });
const sent = (round: number, day: number, note = 'x') => ({ round, note, at: at(day) });
const mark = (round: number, day: number, satisfactory = false) => ({
  ...{ satisfactory, round },
  at: at(day),
});
const FIRST = { round: 1, roundAt: null };
const SECOND = { round: 2, roundAt: at(10) };
const NOTHING = { round: 1, note: '', noteRound: 1, files: [], sent: [] };
const SENT = { ...NOTHING, note: 'x', sent: [sent(1, 5)] };
const AGAIN = { ...SENT, round: 2 };
const standing = { asked: true, answered: false, draft: '', marked: false };

describe.each([
  ['nothing yet', NOTHING, FIRST, null, {}],
  ['a draft', { ...NOTHING, note: 'x' }, FIRST, null, { answered: true, draft: 'x' }],
  ['a file', { ...NOTHING, files: [clean(3)] }, FIRST, null, { answered: true }],
  ['sent', SENT, FIRST, null, { answered: true }],
  ['sent and marked', SENT, FIRST, mark(1, 6), { answered: true, marked: true }],
  ['marked with nothing there', NOTHING, FIRST, mark(1, 4), { marked: true }],
  ['sent after it was marked', SENT, FIRST, mark(1, 4), { answered: true }],
  ['not asked again', SENT, SECOND, mark(1, 6), { asked: false, answered: true, marked: true }],
  ['asked again', AGAIN, SECOND, mark(1, 6), {}],
  ['asked again, with a file of before', { ...AGAIN, files: [clean(5)] }, SECOND, null, {}],
  ['and with a new one', { ...AGAIN, files: [clean(11)] }, SECOND, null, { answered: true }],
  [
    'and with new words, not sent',
    { ...AGAIN, note: 'y', noteRound: 2 },
    SECOND,
    mark(2, 12),
    { answered: true, draft: 'y', marked: true },
  ],
  [
    'sent again after it was marked',
    { ...AGAIN, note: 'y', noteRound: 2, sent: [sent(1, 5), sent(2, 13, 'y')] },
    SECOND,
    mark(2, 12),
    { answered: true },
  ],
] as const)('%s', (_, item, check, marked, expected) => {
  test('stands as it must', () => {
    expect(standingOf(item, check, marked)).toEqual({ ...standing, ...expected });
  });
});

test('asked for again is what is not satisfactory, and what nothing came of', () => {
  const items = [
    { ...SENT, id: 'to mark', mark: null },
    { ...SENT, id: 'satisfactory', mark: mark(1, 6, true) },
    { ...SENT, id: 'not satisfactory', mark: mark(1, 6) },
    { ...SENT, id: 'marked before it came', mark: mark(1, 4) },
    { ...NOTHING, id: 'nothing came', mark: null },
    { ...NOTHING, id: 'only a draft', note: 'x', mark: null },
  ];
  expect(toAskAgain(items, FIRST).map(({ id }) => id)).toEqual([
    'not satisfactory',
    'nothing came',
    'only a draft',
  ]);
});
