/** One end user organisation for one product, as a sample is drawn from them. */
export type FrameLine = { odsCode: string; productId: string };

/** A hash by SHA-256, in hex: what this file may not compute itself. */
type Sha256 = (text: string) => string;

const HEADINGS = 'ods_code,product_id';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const inOrder = (a: FrameLine, b: FrameLine): number =>
  compare(a.odsCode, b.odsCode) || compare(a.productId, b.productId);

/**
 * The frame as the file that is kept and given out: CSV with headings, in the order of code and
 * product, lines ended by LF. Its SHA-256 is the frame's.
 */
export const frameText = (frame: readonly FrameLine[]): string =>
  [
    HEADINGS,
    ...[...frame].sort(inOrder).map(({ odsCode, productId }) => `${odsCode},${productId}`),
  ].join('\n');

/**
 * Draws a sample: every line is hashed as 'seed:ods_code:product_id' by SHA-256, the lines are put
 * in the order of their hashes in hex, and the first `size` of them are drawn. So it hangs on the
 * seed and the frame alone, whatever the frame's order, and anybody can draw it again.
 */
export function drawSample(
  frame: readonly FrameLine[],
  { seed, size }: { seed: string; size: number },
  sha256: Sha256,
): FrameLine[] {
  return frame
    .map((line) => ({ line, hash: sha256(`${seed}:${line.odsCode}:${line.productId}`) }))
    .sort((a, b) => compare(a.hash, b.hash) || inOrder(a.line, b.line))
    .slice(0, size)
    .map(({ line }) => line);
}

/** The rule of `drawSample`, for whoever wants to draw the same sample. */
export const SAMPLE_RULE =
  'For every line of the list, take the SHA-256 hash of the seed, a colon, the ODS code, a colon and the product id. Sort the lines by their hashes, written in lower case hexadecimal. The first lines are the sample.';
