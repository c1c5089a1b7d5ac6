import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  isFiltered,
  QUEUE_DUE_IDS,
  QUEUE_SORTS,
  QUEUE_TAB_IDS,
  type QueueSort,
  type QueueView,
  queueQuery,
  readQueueView,
  searchPatterns,
  tooShort,
} from './queue';
import { type QueueCursor, readCursor, writeCursor } from './queue-cursor';

const sorts = Object.keys(QUEUE_SORTS) as QueueSort[];
const read = (query: string) =>
  readQueueView(Object.fromEntries(new URLSearchParams(query.slice(1))), 'mine');

describe('the address of a view', () => {
  test.each([
    [{}, ''],
    [{ tab: 'mine', sort: 'due' }, ''],
    [{ tab: 'open', status: 'submitted' }, '?tab=open&status=submitted'],
    [{ tab: 'open', status: 'approved' }, '?tab=open'],
    [{ tab: 'all', status: 'approved' }, '?tab=all&status=approved'],
    [{ tab: 'open', due: 'late' }, '?tab=open&due=late'],
    [{ tab: 'supplier', due: 'soon', page: 'p' }, '?tab=supplier&due=soon&page=p'],
    [{ due: 'supplier_late', status: 'submitted' }, '?status=submitted&due=supplier_late'],
    [{ due: 'toString' }, ''],
    [{ tab: '__proto__', sort: 'constructor' }, ''],
    [{ text: '  two  words ' }, '?text=two++words'],
    [{ text: ['first', 'second'] }, '?text=first'],
    [{ text: 'a\u0000b' }, '?text=a+b'],
    [{ supplier: '\u200b ' }, ''],
    [{ assignee: 'nobody' }, ''],
    [{ page: 'anything' }, '?page=anything'],
  ])('%j becomes %j', (query, expected) => {
    expect(queueQuery(readQueueView(query, 'mine'), 'mine')).toBe(expected);
  });

  it('says the same when it is read again, whatever was asked for', () => {
    const ids = [...QUEUE_TAB_IDS, ...QUEUE_DUE_IDS];
    const word = fc.oneof(fc.string(), fc.constantFrom(...ids, ...sorts, 'submitted'));
    const texts = ['supplier', 'product', 'text', 'assignee', 'page'];
    const names = ['tab', 'sort', 'status', 'due', ...texts];
    const asked = fc.record(Object.fromEntries(names.map((name) => [name, word])));
    fc.assert(
      fc.property(asked, (query) => {
        const view = readQueueView(query, 'mine');
        expect(read(queueQuery(view, 'mine'))).toEqual(view);
      }),
    );
  });
});

test.each([
  [{}, false, []],
  [{ text: 'ab' }, true, ['text']],
  [{ text: 'ab cd' }, true, ['text']],
  [{ text: 'ab cde' }, true, []],
  [{ supplier: '\u{1f600}a', product: 'x' }, true, ['supplier', 'product']],
  [{ status: 'submitted' }, true, []],
  [{ due: 'late' }, true, []],
])('%j is filtered: %s, too short: %j', (query, filtered, short) => {
  const view: QueueView = readQueueView(query, 'open');
  expect(isFiltered(view)).toBe(filtered);
  expect(tooShort(view)).toEqual(short);
});

test('nothing that somebody types is a wildcard', () => {
  expect(searchPatterns('50% a_b c\\d')).toEqual(['%50\\%%', '%a\\_b%', '%c\\\\d%']);
  expect(searchPatterns('a b c d e f g h')).toHaveLength(6);
});

describe('cursors', () => {
  const cursors: fc.Arbitrary<QueueCursor> = fc
    .record({
      sort: fc.constantFrom(...sorts),
      way: fc.constantFrom('after' as const, 'before' as const),
      rank: fc.constantFrom(0 as const, 1 as const),
      key: fc.nat(2_932_896),
      never: fc.boolean(),
      id: fc.uuid(),
    })
    .map(({ never, ...cursor }) =>
      never && cursor.sort === 'due' ? { ...cursor, key: Number.POSITIVE_INFINITY } : cursor,
    );

  it('are read as they were written, and by no other order', () => {
    fc.assert(
      fc.property(cursors, (cursor) => {
        const text = writeCursor(cursor);
        expect(text).toMatch(/^[\w-]{32}$/);
        for (const sort of sorts)
          expect(readCursor(text, sort)).toEqual(sort === cursor.sort ? cursor : null);
      }),
    );
  });

  it('are refused or hold what the database can take, however they were made', () => {
    const anything = fc.oneof(fc.string(), fc.stringMatching(/^[\w-]{32}$/));
    fc.assert(
      fc.property(anything, fc.constantFrom(...sorts), (text, sort) => {
        const cursor = readCursor(text, sort);
        if (cursor === null || cursor.key === Number.POSITIVE_INFINITY) return;
        const day = new Date(sort === 'due' ? cursor.key * 86_400_000 : cursor.key);
        expect(day.getUTCFullYear()).toBeLessThanOrEqual(9999);
      }),
    );
  });
});
