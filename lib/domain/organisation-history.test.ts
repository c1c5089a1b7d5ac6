import { expect, test } from 'vitest';
import { detailLines } from './organisation-history';

const before = { name: 'Larch', odsCode: null, dsptIdentifier: null, profile: 'company' };

test('says what was entered, and of a change what it was before', () => {
  expect(detailLines(before)).toEqual(['Name: ‘Larch’', 'Profile: ‘Company’']);
  const after = { ...before, odsCode: 'LAR1', profile: null };
  expect(detailLines({ before, after })).toEqual([
    'ODS code: from not known to ‘LAR1’',
    'Profile: from ‘Company’ to not known',
  ]);
});

test('dates are dates, a product is named, and what was taken out has no lines', () => {
  const changed = { product: 'Larch Rota', before: { agreementSignedOn: null } };
  expect(detailLines({ ...changed, after: { agreementSignedOn: '2026-02-28' } })).toEqual([
    'Product: ‘Larch Rota’',
    'Agreement signed: from not known to 28 February 2026',
  ]);
  expect(detailLines(null)).toEqual([]);
  expect(detailLines({ before: 'x', after: 3 })).toEqual([]);
});
