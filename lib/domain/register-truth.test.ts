import { describe, expect, test } from 'vitest';
import type { AnswerValues } from './declared-dspt';
import { readDsptStatus } from './dspt';
import type { AnswerValue } from './questions/types';
import type { RegisterRow } from './register-file';
import { registerCode, registerSays, registerTruth, type TruthFacts } from './register-truth';

const yesNo = (choice: 'yes' | 'no'): AnswerValue =>
  ({
    kind: 'yes-no-details',
    choice,
    details: 'Because.',
    covered: [],
    certificate: null,
  }) as const;
const declared: AnswerValues = {
  organisation: { kind: 'organisation', odsCode: '8JN06', dsptIdentifier: '', profile: 'company' },
  'dspt-within-deadline': yesNo('yes'),
  'dspt-compliant': yesNo('yes'),
  'dspt-status': { kind: 'dspt-status', level: 'standards_met', edition: '25/26' },
  'dspt-published-on': { kind: 'date', date: '2026-06-28' },
};
const on = '2026-11-22';
const entryOf = (
  status: string,
  publishedOn: RegisterRow['publishedOn'],
  name = 'LARKFIELD SYSTEMS LTD (8JN06)',
) => ({
  ...readDsptStatus(status, on),
  ...{ code: '8JN06', name, status, publishedOn, sector: 'Company', board: '' },
});
const truth = (entry: RegisterRow | null, more: Partial<TruthFacts> = {}) =>
  registerTruth({
    ...{ values: declared, organisation: 'Larkfield Systems', on, reader: 'supplier' },
    declaredOn: null,
    register: { snapshotId: 'a snapshot', asOf: '2026-11-01', complete: true, entry },
    ...more,
  });
const of = (id: string, found: ReturnType<typeof truth>) => {
  const one = found.find(({ questionId }) => questionId === id);
  return one && [one.state, one.words];
};

test('all that agrees says so', () => {
  const found = truth(entryOf('25/26 Standards Met', '2026-06-28'));
  expect(found.map(({ questionId, state }) => [questionId, state])).toEqual([
    ['organisation', 'agrees'],
    ['dspt-within-deadline', 'agrees'],
    ['dspt-compliant', 'agrees'],
    ['dspt-status', 'agrees'],
    ['dspt-published-on', 'agrees'],
  ]);
  expect(found[0]?.words).toBe('The register has LARKFIELD SYSTEMS LTD (8JN06) under 8JN06.');
});

test('a date that differs is told with what it means', () => {
  const found = truth(entryOf('25/26 Standards Met', '2026-07-02'));
  expect(of('dspt-published-on', found)).toEqual([
    'contradicts',
    'You said 28 June 2026; the register says 2 July 2026, two days after the deadline.',
  ]);
  expect(of('dspt-within-deadline', found)).toEqual([
    'contradicts',
    'You said yes; the register says 2 July 2026, two days after the deadline.',
  ]);
  expect(of('dspt-compliant', found)?.[0]).toBe('agrees');
});

describe.each([
  // register's status, its date, then Q.1, Q.2, Q.2.1 and Q.2.2
  ['25/26 Standards Exceeded', '2026-06-28', 'agrees', 'agrees', 'contradicts', 'agrees'],
  ['25/26 Approaching Standards', '2026-06-28', 'agrees', 'contradicts', 'contradicts', 'agrees'],
  ['24/25 Standards Met', '2025-06-28', 'contradicts', 'contradicts', 'contradicts', 'contradicts'],
  ['Not Published', null, 'contradicts', 'contradicts', 'contradicts', 'unclear'],
  ['Standards Met', '2026-06-28', 'contradicts', 'contradicts', 'contradicts', 'agrees'],
  ['25/26 Standards Met', null, 'unclear', 'agrees', 'agrees', 'unclear'],
  ['Entry Level', '2026-06-28', 'contradicts', 'contradicts', 'contradicts', 'agrees'],
] as const)('the register says %j of %j', (status, date, first, second, level, day) => {
  const found = truth(entryOf(status, date));
  test.each([
    ['dspt-within-deadline', first],
    ['dspt-compliant', second],
    ['dspt-status', level],
    ['dspt-published-on', day],
  ])('beside %s: %s', (id, state) => {
    expect(of(id, found)?.[0]).toBe(state);
  });
});

test('no is held against the register as well', () => {
  const values = {
    ...declared,
    'dspt-within-deadline': yesNo('no'),
    'dspt-compliant': yesNo('no'),
  };
  const inTime = truth(entryOf('25/26 Standards Met', '2026-06-30'), { values });
  expect(of('dspt-within-deadline', inTime)).toEqual([
    'contradicts',
    'You said no; the register says 30 June 2026, before the deadline.',
  ]);
  expect(of('dspt-compliant', inTime)?.[0]).toBe('contradicts');
  const late = truth(entryOf('25/26 Standards Not Met', '2026-07-01'), { values });
  expect(of('dspt-within-deadline', late)).toEqual([
    'agrees',
    'You said no; the register says 1 July 2026, one day after the deadline.',
  ]);
  expect(of('dspt-compliant', late)?.[0]).toBe('agrees');
});

test('a code that is not there is said once, and no more than the snapshot can tell', () => {
  expect(truth(null)).toEqual([
    {
      questionId: 'organisation',
      state: 'not_found',
      words: 'The register of 1 November 2026 has no row for 8JN06.',
    },
  ]);
  const partly = truth(null, {
    register: { snapshotId: 'a snapshot', asOf: '2026-11-01', complete: false, entry: null },
  });
  expect(partly[0]?.words).toMatch(/8JN06\. It may not hold every organisation\.$/);
});

test('the code of another organisation shows by its name', () => {
  const other = truth(entryOf('25/26 Standards Met', '2026-06-28', 'ANOTHER COMPANY PLC'));
  expect(of('organisation', other)).toEqual([
    'contradicts',
    'You are Larkfield Systems here; the register has ANOTHER COMPANY PLC under 8JN06.',
  ]);
  const nameless = truth(entryOf('25/26 Standards Met', '2026-06-28', 'THE LIMITED'));
  expect(of('organisation', nameless)?.[0]).toBe('contradicts');
});

test('staff read of the supplier, and a DSPT identifier goes before the ODS code', () => {
  const staff = truth(entryOf('25/26 Standards Met', '2026-06-28'), { reader: 'staff' });
  expect(of('dspt-status', staff)?.[1]).toBe(
    'The supplier said 25/26 Standards Met; the register says 25/26 Standards Met.',
  );
  const own = {
    ...declared.organisation,
    dsptIdentifier: '8JN06-A',
  } as typeof declared.organisation;
  expect(registerCode({ organisation: own })).toBe('8JN06-A');
  expect(registerCode({})).toBeNull();
  expect(truth(null, { values: {} })).toEqual([]);
  expect(truth(null, { register: null })).toEqual([]);
});

test('a declaration’s record says what the register said then', () => {
  const frozen = { snapshotId: 'a snapshot', asOf: '2026-11-01', complete: true } as const;
  const entry = entryOf('25/26 Standards Met', '2026-06-28', 'ACME');
  expect(registerSays({ ...frozen, entry })).toBe(
    'The register of 1 November 2026 said: 25/26 Standards Met for ACME (8JN06), published on 28 June 2026.',
  );
  expect(registerSays({ ...frozen, entry: null })).toMatch(/said: no row for this organisation\.$/);
  expect(registerSays(null)).toBe('Not held against it: none was in use.');
});

describe.each([
  // register's status, its date, then Q.1, Q.2, Q.2.1 and Q.2.2 for who declared 25/26 on 23 November 2026
  ['26/27 Standards Met', '2027-06-20', 'agrees', 'agrees', 'newer', 'newer'],
  ['26/27 Standards Met', '2027-07-02', 'newer', 'agrees', 'newer', 'newer'],
  ['26/27 Approaching Standards', '2027-06-20', 'agrees', 'contradicts', 'contradicts', 'newer'],
  ['26/27 Entry Level', '2027-06-20', 'agrees', 'contradicts', 'contradicts', 'newer'],
  ['26/27 Standards Met', null, 'unclear', 'agrees', 'contradicts', 'unclear'],
  // Published before the declaration: that should have been declared.
  ['26/27 Standards Met', '2026-11-23', 'agrees', 'agrees', 'contradicts', 'contradicts'],
  // The same edition again, and an older one.
  ['25/26 Standards Exceeded', '2026-11-30', 'contradicts', 'agrees', 'contradicts', 'contradicts'],
  ['24/25 Standards Met', '2026-11-30', 'contradicts', 'contradicts', 'contradicts', 'contradicts'],
] as const)(
  'declared on 23 November, the register now says %j of %j',
  (status, date, ...states) => {
    const day = '2027-06-30';
    const entry = { ...entryOf(status, date), ...readDsptStatus(status, day) };
    const found = (declaredOn: TruthFacts['declaredOn']) =>
      truth(entry, { on: day, declaredOn, reader: 'staff' });
    test('beside the four questions', () => {
      expect(
        found('2026-11-23')
          .slice(1)
          .map(({ state }) => state),
      ).toEqual(states);
    });
    test('a draft, which can still be changed, differs', () => {
      expect(found(null).map(({ state }) => state)).not.toContain('newer');
    });
  },
);

test('a newer register is told with what was declared', () => {
  const entry = { ...entryOf('26/27 Standards Met', '2027-07-02'), edition: '26/27' as const };
  const found = truth(entry, { on: '2027-07-05', declaredOn: '2026-11-23', reader: 'staff' });
  expect(found.slice(1).map(({ words }) => words)).toEqual([
    'The supplier said yes, of 25/26; the register now has 26/27, published on 2 July 2027, two days after the deadline.',
    'The supplier said yes; the register says 26/27 Standards Met.',
    'The supplier said 25/26 Standards Met; the register now has 26/27 Standards Met, published since.',
    'The supplier said 28 June 2026, of 25/26; the register now has 26/27, published on 2 July 2027, two days after the deadline.',
  ]);
});
