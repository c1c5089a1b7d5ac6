import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { makeReference, REFERENCE_BYTES, readReference } from './reference';

const anyBytes = fc.uint8Array({ minLength: REFERENCE_BYTES, maxLength: REFERENCE_BYTES });
const enough = (bytes: Uint8Array) => bytes.filter((byte) => byte < 250).length >= 8;

test.each([
  ['DSI-7K3M-9Q2T', 'DSI-7K3M-9Q2T'],
  ['dsi-7k3m-9q2t', 'DSI-7K3M-9Q2T'],
  [' DSI 7K3M 9Q2T\n', 'DSI-7K3M-9Q2T'],
  ['DSI7K3M9Q2T', 'DSI-7K3M-9Q2T'],
  ['dsi\u20117k3m\u20139q2t', 'DSI-7K3M-9Q2T'],
  ['7K3M-9Q2T', null],
  ['DSI-7K3M-9Q2', null],
  ['DSI-7K3M-9Q2TT', null],
  ['DSI-7K3M-9Q20', null],
  ['DSI-7K3M-9QIL', null],
  ['D\u017fI-7K3M-9Q2T', null],
  ['../DSI-7K3M-9Q2T', null],
  ['', null],
])('readReference %j', (text, reference) => expect(readReference(text)).toBe(reference));

describe('makeReference', () => {
  it('makes what can be read back, in its own form or a careless one', () => {
    fc.assert(
      fc.property(anyBytes.filter(enough), (bytes) => {
        const reference = makeReference(bytes);
        expect(reference).toMatch(/^DSI-[2-9C-Y]{4}-[2-9C-Y]{4}$/);
        expect(reference.slice(4)).not.toMatch(/[01ABEILOSUZ]/);
        expect(readReference(reference)).toBe(reference);
        expect(readReference(reference.toLowerCase().replaceAll('-', ' '))).toBe(reference);
      }),
    );
  });

  it('favours no character: each comes from the same number of bytes', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 250; byte += 1) {
      const character = makeReference(new Uint8Array(8).fill(byte)).charAt(4);
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    expect(counts.size).toBe(25);
    expect(new Set(counts.values())).toEqual(new Set([10]));
  });

  it('throws away what would be unfair, and says when too little is left', () => {
    const bytes = Uint8Array.from([250, 0, 255, 1, 2, 3, 4, 5, 6, 7]);
    expect(makeReference(bytes)).toBe('DSI-2345-6789');
    expect(() => makeReference(new Uint8Array(32).fill(255))).toThrow('Too few random bytes');
    expect(() => makeReference(new Uint8Array(7))).toThrow('Too few random bytes');
  });
});
