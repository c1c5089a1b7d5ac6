import { expect, test } from 'vitest';
import type { OdsFact, OdsKnown } from './ods-fact';
import { odsAddressWords, odsWords } from './ods-words';

const known: OdsKnown = {
  ...{ state: 'active', name: 'ACME LTD', address: '1 High Street', postcode: 'AB1 2CD' },
  ...{ openedOn: '2013-04-01', closedOn: null, asOf: '2026-11-01', source: 'file' },
};

test.each<[string, OdsFact]>([
  [
    'ODS has ACME LTD, 1 High Street, AB1 2CD under this code, active (file of 1 November 2026).',
    known,
  ],
  [
    'ODS has ACME LTD, AB1 2CD under this code, active (asked on 1 November 2026).',
    { ...known, address: '', source: 'api' },
  ],
  [
    'ODS has ACME LTD under this code, closed since 31 October 2017 (file of 1 November 2026).',
    { ...known, address: '', postcode: '', state: 'inactive', closedOn: '2017-10-31' },
  ],
  [
    'ODS has ACME LTD, AB1 2CD under this code, active until it closes on 31 December 2026 (file of 1 November 2026).',
    { ...known, address: '', closedOn: '2026-12-31' },
  ],
  [
    'ODS has ACME LTD, AB1 2CD under this code, closed since 22 November 2026 (file of 1 November 2026).',
    { ...known, address: '', closedOn: '2026-11-22' },
  ],
  [
    'ODS has ACME LTD, AB1 2CD under this code, not open until 1 January 2027 (file of 1 November 2026).',
    { ...known, address: '', openedOn: '2027-01-01' },
  ],
  [
    'ODS has ACME LTD, AB1 2CD under this code, not active (file of 1 November 2026).',
    { ...known, address: '', state: 'inactive' },
  ],
  [
    'ODS does not know this code (asked on 5 November 2026).',
    { state: 'unknown', asOf: '2026-11-05' },
  ],
  ['No ODS file is in use, so it is not checked.', { state: 'unchecked', why: 'no_source' }],
  [
    'No ODS file in use holds this code, so it is not checked.',
    { state: 'unchecked', why: 'not_covered' },
  ],
])('%s', (words, fact) => {
  expect(odsWords(fact, '2026-11-22')).toBe(words);
});

test('an address of ODS says where it was read', () => {
  expect(odsAddressWords(known)).toBe(
    '1 High Street, AB1 2CD. From the Organisation Data Service (file of 1 November 2026).',
  );
  expect(odsAddressWords({ ...known, address: '', source: 'api' })).toBe(
    'AB1 2CD. From the Organisation Data Service (asked on 1 November 2026).',
  );
  expect(odsAddressWords({ ...known, address: '', postcode: '' })).toBe('');
  expect(odsAddressWords({ state: 'unknown', asOf: '2026-11-05' })).toBe('');
  expect(odsAddressWords({ state: 'unchecked', why: 'no_source' })).toBe('');
});
