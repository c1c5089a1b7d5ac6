import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  readSupplierCursor,
  SUPPLIER_FIGURE_IDS,
  type SupplierFigures,
  TROUBLE_IDS,
  troubleOf,
  writeSupplierCursor,
} from './supplier-list';
import { readSupplierView, supplierQuery } from './supplier-view';

const NONE = Object.fromEntries(SUPPLIER_FIGURE_IDS.map((id) => [id, 0])) as SupplierFigures;

test.each([
  ['live', 0],
  ['spot_done', 0],
  ['lapsed', 1],
  ['not_ready', 1],
  ['not_proven', 1],
  ['overridden', 1],
  ['outdated', 1],
  ['spot_failed', 1],
] as const)('one %s makes a supplier worse by %i', (figure, trouble) => {
  expect(troubleOf({ ...NONE, [figure]: 3 })).toBe(3 * trouble);
  expect(TROUBLE_IDS.includes(figure)).toBe(trouble === 1);
});

test('a cursor holds a name of any length and script, through the address of the page', () => {
  const name = fc
    .string({ unit: 'grapheme', maxLength: 400 })
    .filter((text) => !/\p{Cc}/u.test(text));
  fc.assert(
    fc.property(name, fc.uuid(), fc.nat(999_999_999), (text, id, trouble) => {
      const cursor = { trouble, name: text, id };
      const query = supplierQuery({ text: 'care', having: 'lapsed' }, writeSupplierCursor(cursor));
      const view = readSupplierView(Object.fromEntries(new URLSearchParams(query)));
      expect(view).toEqual({ text: 'care', having: 'lapsed', after: cursor, problems: [] });
    }),
  );
  expect(readSupplierCursor('nonsense')).toBeNull();
});

test('a number that is none is answered in words, and all are shown', () => {
  expect(readSupplierView({ with: 'constructor' })).toMatchObject({
    ...{ having: null, problems: [{ message: '‘constructor’ is not a number that can be shown' }] },
  });
  expect(supplierQuery({ text: '', having: null })).toBe('');
});
