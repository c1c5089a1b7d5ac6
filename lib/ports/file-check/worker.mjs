import { open, stat } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { fileTypeFromBuffer } from 'file-type';
import { checkOffice } from './office.mjs';
import { Refused, refuse } from './refused.mjs';
import { checkText } from './text.mjs';

// Runs by itself in a thread, from this very file: no bundler reads it, so it is plain JavaScript.

const HEAD = 4_100;
const TAIL = 2_048;
/** What a browser can hold of one image, at 4 bytes a pixel. */
const MOST_PIXELS = 100_000_000;

async function bytesAt(file, from, length) {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
  return buffer.subarray(0, bytesRead);
}

async function checkPdf(file, size, head, type) {
  if (type !== 'pdf' || !/^%PDF-[12]\.\d/.test(head.toString('latin1', 0, 8))) {
    refuse('wrong_content');
  }
  const tail = await bytesAt(file, Math.max(0, size - TAIL), TAIL);
  if (!/startxref[\s\S]*%%EOF/.test(tail.toString('latin1'))) refuse('broken');
}

async function checkPng(file, size, head) {
  const pixels = head.length >= 24 ? head.readUInt32BE(16) * head.readUInt32BE(20) : 0;
  const end = await bytesAt(file, Math.max(0, size - TAIL), TAIL);
  if (pixels === 0 || !end.includes('IEND')) refuse('broken');
  if (pixels > MOST_PIXELS) refuse('too_much_inside');
}

/** Walks a JPEG's segments to the one that says how large the image is. */
async function checkJpeg(file, size) {
  for (let at = 2; at + 9 <= size; ) {
    const segment = await bytesAt(file, at, 9);
    const marker = segment[1];
    if (segment.length < 9 || segment[0] !== 0xff || marker === 0xda) break;
    if (marker === 0xff) at += 1;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const pixels = segment.readUInt16BE(5) * segment.readUInt16BE(7);
      if (pixels > MOST_PIXELS) refuse('too_much_inside');
      return;
    } else at += 2 + segment.readUInt16BE(2);
  }
  refuse('broken');
}

async function check({ path, content, mostBytes }) {
  const { size } = await stat(path);
  if (size === 0) refuse('empty');
  if (size > mostBytes) refuse('too_big');
  const file = await open(path, 'r');
  try {
    const head = await bytesAt(file, 0, HEAD);
    // Of an archive cut short by our own cut it may throw: then it is what its own check says.
    const type = (await fileTypeFromBuffer(head).catch(() => undefined))?.ext ?? null;
    if (content.by === 'text') await checkText(file, type);
    else if (content.by === 'ooxml') await checkOffice(path, file, head, content.mainType);
    else if (content.by === 'pdf') await checkPdf(file, size, head, type);
    else if (!content.types.includes(type)) refuse('wrong_content');
    else if (type === 'jpg') await checkJpeg(file, size);
    else await checkPng(file, size, head);
  } finally {
    await file.close();
  }
}

try {
  await check(workerData);
  parentPort.postMessage({ ok: true });
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  parentPort.postMessage({ ok: false, why: error.why });
}
