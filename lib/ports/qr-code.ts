import { encode } from 'uqr';

/** A picture of square modules: how many a side, and the path that fills the dark ones. */
export type QrPicture = { size: number; path: string };

/** Draws a text as a QR code with the border of four modules that readers need. */
export function qrCode(text: string): QrPicture {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])),
  );
  return { size, path: path.join('') };
}
