import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type PlainDate } from './dates';
import { type OdsKnown, odsStateOn } from './ods-fact';

const known = (changes: Partial<OdsKnown> = {}): OdsKnown => ({
  ...{ state: 'active', name: 'ASTER SURGERY', address: '', postcode: '', asOf: '2026-11-01' },
  ...{ openedOn: '2013-04-01', closedOn: null, source: 'file' },
  ...changes,
});

test.each<[string, Partial<OdsKnown>, PlainDate, string]>([
  ['before it opened', {}, '2013-03-31', 'inactive'],
  ['on the day it opened', {}, '2013-04-01', 'active'],
  ['long open', {}, '2030-01-01', 'active'],
  ['with no day of opening', { openedOn: null }, '1990-01-01', 'active'],
  ['before it closed', { state: 'inactive', closedOn: '2020-07-01' }, '2020-06-30', 'active'],
  ['on the day it closed', { state: 'inactive', closedOn: '2020-07-01' }, '2020-07-01', 'inactive'],
  ['about to close', { closedOn: '2026-12-31' }, '2026-12-30', 'active'],
  ['closed since', { closedOn: '2026-12-31' }, '2026-12-31', 'inactive'],
  ['dormant', { state: 'inactive' }, '2020-01-01', 'inactive'],
  [
    'dormant, and about to close',
    { state: 'inactive', closedOn: '2026-12-31' },
    '2026-12-01',
    'inactive',
  ],
])('%s', (_, changes, day, state) => {
  expect(odsStateOn(known(changes), day)).toBe(state);
});

test('what nobody knows stays unknown, whatever the day', () => {
  expect(odsStateOn({ state: 'unknown', asOf: '2026-11-01' }, '2026-11-02')).toBe('unknown');
  expect(odsStateOn({ state: 'unchecked', why: 'no_source' }, '2026-11-02')).toBe('unchecked');
});

const days = fc.integer({ min: 0, max: 9000 }).map((n) => addDays('2008-01-01', n));

test('an organisation opens once and closes once, and on its own day is what ODS says', () => {
  const facts = fc.record({
    state: fc.constantFrom('active' as const, 'inactive' as const),
    openedOn: fc.option(days),
    closedOn: fc.option(days),
  });
  fc.assert(
    fc.property(facts, days, days, days, (fact, one, two, three) => {
      const [first, second, third] = [one, two, three].sort() as [PlainDate, PlainDate, PlainDate];
      const on = (day: PlainDate) => odsStateOn(known(fact), day);
      if (on(first) === 'active' && on(third) === 'active') expect(on(second)).toBe('active');
    }),
  );
  fc.assert(
    fc.property(facts, days, (fact, asOf) => {
      const { state, openedOn, closedOn } = fact;
      const fits =
        !(openedOn && openedOn > asOf) && !(state === 'active' && closedOn && closedOn <= asOf);
      if (fits) expect(odsStateOn(known({ ...fact, asOf }), asOf)).toBe(state);
    }),
  );
});
