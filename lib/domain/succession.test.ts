import { describe, expect, test } from 'vitest';
import {
  readSuccessionForm,
  SUCCESSION_GUARDS,
  type SuccessionFacts,
  successionRefusal,
  successorsOf,
} from './succession';

const party = (id: string, active = true) => ({ id, name: id.toUpperCase(), active });
const pair = (text: string) => ({ predecessorId: text[0] ?? '', successorId: text[1] ?? '' });
const facts = (changes: Partial<SuccessionFacts> = {}): SuccessionFacts => ({
  predecessor: party('a'),
  successor: party('b'),
  standing: [],
  ...changes,
});

describe('who may become part of whom', () => {
  test.each<[string | null, Partial<SuccessionFacts>]>([
    [null, {}],
    [null, { standing: [pair('bc')] }],
    [null, { standing: [pair('ca'), pair('db')] }],
    ['unknown', { successor: null }],
    ['itself', { successor: party('a') }],
    ['inactive', { successor: party('b', false) }],
    ['inactive', { predecessor: party('a', false) }],
    ['has-successor', { standing: [pair('ac')] }],
    ['ring', { standing: [pair('ba')] }],
    ['ring', { standing: [pair('bc'), pair('ca')] }],
  ])('%s: %j', (refusal, changes) => {
    expect(successionRefusal(facts(changes))?.id ?? null).toBe(refusal);
  });

  test('every guard says what to do in words', () => {
    for (const { message } of SUCCESSION_GUARDS) expect(message).toMatch(/^[A-Z].{20,}[^.]$/);
  });

  test('a chain is followed to its end, and a ring ends it', () => {
    expect(successorsOf('a', ['ab', 'bc', 'cd', 'xy'].map(pair))).toEqual(['b', 'c', 'd']);
    expect(successorsOf('a', ['ab', 'ba'].map(pair))).toEqual(['b', 'a']);
  });
});

test('a record has a day that has come, and a reason', () => {
  const read = (day: string, reason: string) =>
    readSuccessionForm(
      { 'effective-day': day, 'effective-month': '11', 'effective-year': '2026', reason },
      '2026-11-23',
    );
  expect(read('23', ' Merged. ')).toEqual({
    ok: true,
    form: { effectiveOn: '2026-11-23', reason: 'Merged.' },
  });
  expect(read('24', '')).toMatchObject({
    problems: [{ field: 'effective' }, { field: 'reason' }],
  });
});
