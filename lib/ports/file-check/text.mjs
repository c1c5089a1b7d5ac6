import { refuse } from './refused.mjs';

// Formats that are written in plain characters throughout, so that only their first bytes tell.
const NOT_PLAIN = ['pdf', 'rtf', 'ps', 'eps', 'ai'];
const PIECE = 65_536;

/** By byte: the control characters that no text holds, but tab, line ends and form feed. */
const CONTROL = new Uint8Array(256);
for (let byte = 0; byte < 32; byte += 1) CONTROL[byte] = [9, 10, 12, 13].includes(byte) ? 0 : 1;
CONTROL[0x7f] = 1;
/** What Windows-1252 gives no character. */
const UNASSIGNED = new Uint8Array(256);
for (const byte of [0x81, 0x8d, 0x8f, 0x90, 0x9d]) UNASSIGNED[byte] = 1;

/**
 * Whether a file is text in UTF-8 or Windows-1252, read piece by piece. UTF-16 shows by its NULs.
 * @param {import('node:fs/promises').FileHandle} file
 * @param {string | null} type what its first bytes say
 */
export async function checkText(file, type) {
  if (type !== null && NOT_PLAIN.includes(type)) refuse('wrong_content');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const buffer = Buffer.alloc(PIECE);
  let [isUtf8, isWindows] = [true, true];
  for (let at = 0; ; ) {
    const { bytesRead } = await file.read(buffer, 0, PIECE, at);
    const piece = buffer.subarray(0, bytesRead);
    at += bytesRead;
    for (const byte of piece) {
      if (CONTROL[byte]) refuse('not_text');
      if (UNASSIGNED[byte]) isWindows = false;
    }
    try {
      if (isUtf8) decoder.decode(piece, { stream: bytesRead > 0 });
    } catch {
      isUtf8 = false;
    }
    if (!isUtf8 && !isWindows) refuse('not_text');
    if (bytesRead === 0) return;
  }
}
