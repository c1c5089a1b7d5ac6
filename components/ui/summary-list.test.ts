import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { paths } from '@/lib/paths';
import { SummaryList, type SummaryRow } from './summary-list';

const linked: SummaryRow = {
  ...{ label: 'ODS code', value: 'A1B2C' },
  action: { href: paths.apply, text: 'Change', what: 'ODS code' },
};
const plain: SummaryRow = { label: 'Name', value: 'Larch' };
const rowClasses = (...rows: SummaryRow[]) =>
  [
    ...renderToStaticMarkup(createElement(SummaryList, { rows })).matchAll(/<div class="([^"]+)"/g),
  ].map(([, names]) => names?.split(' ').length);

test('room for a link is kept only in a row without one, beside rows that have one', () => {
  expect(rowClasses(linked, plain)).toEqual([1, 2]);
  expect(rowClasses(plain, plain)).toEqual([1, 1]);
});

test('a link says what it is for', () => {
  const html = renderToStaticMarkup(createElement(SummaryList, { rows: [linked] }));
  expect(html).toContain('Change<span class="nhsuk-u-visually-hidden"> ODS code</span>');
});
