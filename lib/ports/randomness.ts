import { createHash, randomBytes as cryptoBytes } from 'node:crypto';

let seeded: { seed: string; block: number; rest: Uint8Array } | null = null;

/** So many random bytes, fit for secrets; reproducible only after seedRandomness. */
export function randomBytes(count: number): Uint8Array {
  if (!seeded) return new Uint8Array(cryptoBytes(count));
  const out = new Uint8Array(count);
  for (let filled = 0; filled < count; ) {
    if (seeded.rest.length === 0) {
      const hash: Buffer = createHash('sha256').update(`${seeded.seed}:${seeded.block}`).digest();
      seeded = { ...seeded, block: seeded.block + 1, rest: new Uint8Array(hash) };
    }
    const part = seeded.rest.subarray(0, count - filled);
    out.set(part, filled);
    seeded.rest = seeded.rest.subarray(part.length);
    filled += part.length;
  }
  return out;
}

/** Tests and the demo make the bytes repeatable; null goes back to real randomness. */
export function seedRandomness(seed: string | null): void {
  seeded = seed === null ? null : { seed, block: 0, rest: new Uint8Array(0) };
}
