import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  countCharacters,
  hasForbiddenCharacters,
  isBlank,
  lowerFirst,
  normaliseText,
  textProblem,
} from './text';
import {
  detailsSchema,
  draftDetailsSchema,
  optionalLineSchema,
  optionalTextSchema,
  requiredLineSchema,
} from './text-schema';

const anyText = fc.string({ unit: 'binary', maxLength: 200 });
const message = (result: { success: boolean; error?: { issues: { message: string }[] } }) =>
  result.error?.issues.map((issue) => issue.message) ?? 'ok';

describe('normalising and counting', () => {
  test.each([
    ['a\r\nb', 'a\nb', 3],
    ['a\rb\n\rc', 'a\nb\n\nc', 6],
    ['\r\r\n', '\n\n', 2],
    ['e\u0301', '\u00e9', 1],
    ['\u{1f469}\u200d\u{1f4bb}', '\u{1f469}\u200d\u{1f4bb}', 3],
    ['', '', 0],
  ])('%j', (text, normal, count) => {
    expect(normaliseText(text)).toBe(normal);
    expect(countCharacters(text)).toBe(count);
  });

  it('counts the same however the line ends were sent, and normalises once for all', () => {
    fc.assert(
      fc.property(fc.array(anyText), (lines) => {
        const clean = lines.map((line) => line.replace(/[\r\n]/g, ''));
        const count = countCharacters(clean.join('\n'));
        expect(countCharacters(clean.join('\r\n'))).toBe(count);
        expect(countCharacters(clean.join('\r'))).toBe(count);
        const normal = normaliseText(clean.join('\r\n'));
        expect(normaliseText(normal)).toBe(normal);
        expect([...normal].length).toBe(count);
      }),
    );
  });
});

test.each([
  ['plain\ttext\r\nand more', false],
  ['\u{1f600} \u{1f469}\u200d\u{1f4bb} e\u0301', false],
  ['\u0645\u0631\u062d\u0628\u0627 \u200f\u05e9\u05dc\u05d5\u05dd \u2067x\u2069', false],
  ['<script>alert(1)</script>', false],
  ['a\u0000b', true],
  ['a\u001bb', true],
  ['a\u000bb', true],
  ['a\u007fb', true],
  ['a\u0085b', true],
  ['a\ud83d', true],
  ['\ude00a', true],
  ['abc\u202etxt.exe', true],
])('hasForbiddenCharacters %j is %s', (text, forbidden) => {
  expect(hasForbiddenCharacters(text)).toBe(forbidden);
});

test.each([
  ['', true],
  [' \r\n\t', true],
  ['\u200b\u00a0\ufeff\u2060', true],
  [' .', false],
  ['\u0000', false],
])('isBlank %j is %s', (text, blank) => expect(isBlank(text)).toBe(blank));

test('lowerFirst keeps abbreviations', () => {
  expect(lowerFirst('Details')).toBe('details');
  expect(lowerFirst('ODS code')).toBe('ODS code');
  expect(lowerFirst('')).toBe('');
});

describe('details', () => {
  const emoji = '\u{1f600}';
  test.each([
    ['x'.repeat(2000), 'ok'],
    ['x'.repeat(2001), ['Details must be 2000 characters or fewer']],
    [emoji.repeat(2000), 'ok'],
    ['\r\n'.repeat(999) + 'x'.repeat(1001), 'ok'],
    ['\r\n'.repeat(1000) + 'x'.repeat(1001), ['Details must be 2000 characters or fewer']],
    ['', ['Enter details']],
    [' \n\u200b', ['Enter details']],
    ['a\u0000', ['Details must not include hidden control characters']],
    [undefined, ['Enter details']],
    [['a', 'b'], ['Enter details']],
  ])('submitted: case %#', (text, expected) => {
    expect(message(detailsSchema.safeParse(text))).toEqual(expected);
  });

  it('gives back the normalised words, spaces kept', () => {
    expect(detailsSchema.parse(' one\r\ntwo ')).toBe(' one\ntwo ');
    expect(textProblem('ok', { what: 'Details', max: 2, required: true })).toBeNull();
  });

  it('keeps a draft that is empty or too long to submit, but not without bound', () => {
    expect(draftDetailsSchema.parse('')).toBe('');
    expect(draftDetailsSchema.parse('x'.repeat(20_000))).toHaveLength(20_000);
    expect(message(draftDetailsSchema.safeParse('x'.repeat(20_001)))).toEqual([
      'Details must be 20000 characters or fewer',
    ]);
    expect(draftDetailsSchema.safeParse('\u0000').success).toBe(false);
  });
});

describe('lines', () => {
  const schema = requiredLineSchema({ what: 'Product name', max: 10 });
  test.each([
    [' Orchard \r\n', 'ok'],
    ['', ['Enter product name']],
    ['two\nlines', ['Product name must be on one line']],
    ['elevenchars', ['Product name must be 10 characters or fewer']],
    [null, ['Enter product name']],
  ])('%j', (text, expected) => expect(message(schema.safeParse(text))).toEqual(expected));

  it('trims, and leaves what is optional empty', () => {
    expect(schema.parse('  Orchard ')).toBe('Orchard');
    expect(optionalLineSchema({ what: 'Phone', max: 5 }).parse('  ')).toBe('');
    expect(optionalTextSchema({ what: 'Note', max: 5 }).parse('a\r\nb')).toBe('a\nb');
  });
});
