import postcss from 'postcss';
import { expect, it } from 'vitest';
import nhsukCompatible from './postcss-nhsuk.mjs';

const mend = (css: string) => postcss([nhsukCompatible()]).process(css, { from: undefined }).css;

it('drops the media hack that no parser reads, and keeps real ones', () => {
  expect(
    mend('@media screen\\0 { a { color: red } } @media print { b { color: red } }').trim(),
  ).toBe('@media print { b { color: red } }');
});

it('gives a condition to a container query that has only a name', () => {
  expect(mend('@container scroll-content { a { color: red } }')).toContain(
    '@container scroll-content (min-width: 0) {',
  );
  const complete = '@container scroll-state(scrollable: left) { a { color: red } }';
  expect(mend(complete)).toBe(complete);
});
