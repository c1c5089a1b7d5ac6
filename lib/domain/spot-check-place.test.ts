import { expect, test } from 'vitest';
import { spotCheckPlace, withFrom, withTold } from './spot-check-place';

const [CHECK, ITEM] = [crypto.randomUUID(), crypto.randomUUID()];
const FILES = '/apply/euos/A1/x/files';

test('two ids lead to the page of one of a sample', () => {
  const place = `${CHECK}.${ITEM}`;
  expect(spotCheckPlace(place)).toBe(`/apply/euos/spot-checks/${CHECK}/${ITEM}`);
  expect(withFrom(FILES, place)).toBe(`${FILES}?from=${place}`);
  expect(withTold(withFrom(FILES, place), 'added=1')).toBe(`${FILES}?from=${place}&added=1`);
});

test('anything else leads nowhere', () => {
  const wrong = [
    '',
    CHECK,
    `${CHECK}.`,
    `${CHECK}.${ITEM}.x`,
    `${CHECK}/${ITEM}`,
    '//evil.example',
  ];
  for (const from of [...wrong, `${CHECK}.${ITEM}&x=1`, [`${CHECK}.${ITEM}`], undefined]) {
    expect(spotCheckPlace(from)).toBeNull();
    expect(withTold(withFrom(FILES, from), 'added=1')).toBe(`${FILES}?added=1`);
  }
});
