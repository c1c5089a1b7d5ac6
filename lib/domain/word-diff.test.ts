import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type DiffPiece, diffWords } from './word-diff';

const MARKS = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;
const shown = (pieces: DiffPiece[]) =>
  pieces.map(({ kind, text }) => `${MARKS[kind][0]}${text}${MARKS[kind][1]}`).join('');
const side = (pieces: DiffPiece[], other: 'removed' | 'added') =>
  pieces
    .filter((piece) => piece.kind !== other)
    .map((piece) => piece.text)
    .join('');

test.each([
  ['', '', ''],
  ['same words', 'same words', 'same words'],
  ['', 'new', '{+new+}'],
  ['old', '', '[-old-]'],
  ['we check once', 'we check every year', 'we check [-once-]{+every year+}'],
  ['one two three', 'one three', 'one [-two -]three'],
  ['one three', 'one two three', 'one {+two +}three'],
  ['the old way', 'the new path', 'the [-old way-]{+new path+}'],
  ['a\nb', 'x\ny', '[-a-]{+x+}\n[-b-]{+y+}'],
  ['a  b', 'a b', 'a[-  -]{+ +}b'],
  ['DPIA done', 'Dpia done', '[-DPIA-]{+Dpia+} done'],
])('%j to %j', (before, after, expected) => {
  expect(shown(diffWords(before, after))).toBe(expected);
});

describe('the pieces', () => {
  const word = fc.constantFrom('a', 'b', 'c', ' ', '  ', '\n', '\u{1f600}', 'process', 'AUP.');
  const text = fc.oneof(
    fc.array(word, { maxLength: 60 }).map((words) => words.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  it('join to both texts exactly, are never empty, and never repeat a kind', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = diffWords(before, after);
        expect(side(pieces, 'added')).toBe(before);
        expect(side(pieces, 'removed')).toBe(after);
        expect(pieces.every((piece) => piece.text !== '')).toBe(true);
        const repeats = pieces.some((piece, i) => piece.kind === pieces[i + 1]?.kind);
        expect(repeats).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('mark no more than the words that went and came', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 99 }), { maxLength: 80 }), fc.nat(), (numbers, at) => {
        const words = numbers.map((number) => `w${number}`);
        const index = words.length === 0 ? 0 : at % words.length;
        const longer = [...words.slice(0, index), 'extra', ...words.slice(index)];
        const pieces = diffWords(words.join(' '), longer.join(' '));
        const came = pieces.filter((piece) => piece.kind === 'added').map((piece) => piece.text);
        expect(came.join('').trim()).toBe('extra');
        expect(pieces.some((piece) => piece.kind === 'removed')).toBe(false);
      }),
    );
  });
});

describe('long texts', () => {
  const words = (count: number, seed: number) =>
    Array.from({ length: count }, (_, i) => `w${(i * 7919 + seed * 104_729) % 9973}`);

  it('compares 20,000 characters that share most words', () => {
    const before = words(3600, 1);
    const after = before.map((word, i) => (i % 12 === 0 ? `${word}x` : word));
    const [a, b] = [before.join(' '), after.join(' ')];
    expect(a.length).toBeGreaterThan(19_000);
    const pieces = diffWords(a, b);
    expect(side(pieces, 'added')).toBe(a);
    expect(side(pieces, 'removed')).toBe(b);
    expect(pieces.filter((piece) => piece.kind === 'added')).toHaveLength(300);
  });

  it('gives up on texts that share nothing, within bounded work, save for their ends', () => {
    const a = `start ${words(3600, 1).join(' ')} end`;
    const b = `start ${words(3600, 2).reverse().join('  ')} end`;
    const began = performance.now();
    const pieces = diffWords(a, b);
    expect(performance.now() - began).toBeLessThan(2000);
    expect(pieces.map((piece) => piece.kind)).toEqual(['same', 'removed', 'added', 'same']);
    expect(side(pieces, 'added')).toBe(a);
    expect(side(pieces, 'removed')).toBe(b);
  });

  it('copes with characters and spaces in turn', () => {
    const [a, b] = ['a '.repeat(10_000), 'b '.repeat(10_000)];
    const pieces = diffWords(a, b);
    expect(side(pieces, 'added')).toBe(a);
    expect(side(pieces, 'removed')).toBe(b);
  });
});
