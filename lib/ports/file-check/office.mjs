import { openPromise } from 'yauzl';
import { Refused, refuse } from './refused.mjs';

const MB = 1024 * 1024;
const MOST_ENTRIES = 5_000;
const MOST_UNPACKED = 200 * MB;
/** How much larger a file may be once it is unpacked; small ones may be what they like. */
const MOST_RATIO = 100;
const SMALL = 5 * MB;
const CONTENT_TYPES = '[content_types].xml';
const MOST_CONTENT_TYPES = MB;

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
/** Old Office formats, and new ones that are locked by a password. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const MACRO_PART = /(^|\/)(vbaproject\.bin|vbadata\.xml|macrosheets\/.*)$/;
const MACRO_TYPE = /macroenabled|vbaproject|macrosheet/i;

const folded = (name) => name.toLowerCase().replace(/^\//, '');

/** What the central directory says of the parts, before any is unpacked. */
function checkDirectory(entries, size) {
  const names = entries.map((entry) => folded(entry.fileName));
  if (new Set(names).size !== names.length) refuse('broken');
  if (names.some((name) => MACRO_PART.test(name))) refuse('macros');
  if (entries.some((entry) => entry.isEncrypted())) refuse('locked');
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (unpacked > MOST_UNPACKED) refuse('too_much_inside');
  if (unpacked > SMALL && unpacked > size * MOST_RATIO) refuse('too_much_inside');
  if (!names.includes(CONTENT_TYPES)) refuse('wrong_content');
}

/** The parts that the table of contents names, by their type. */
function partsByType(xml) {
  const overrides = xml.matchAll(/<(?:\w+:)?Override\s([^>]*)>/g);
  return [...overrides].map(([, attributes]) => ({
    name: folded(/\bPartName\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? ''),
    type: /\bContentType\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1]?.toLowerCase() ?? '',
  }));
}

/** Unpacks every part and throws it away: a directory that lies about sizes is found out here. */
async function unpack(zip, entries) {
  let unpacked = 0;
  let contents = Buffer.alloc(0);
  for (const entry of entries) {
    const isContents = folded(entry.fileName) === CONTENT_TYPES;
    if (entry.fileName.endsWith('/')) continue;
    for await (const piece of await zip.openReadStreamPromise(entry)) {
      unpacked += piece.length;
      if (unpacked > MOST_UNPACKED) refuse('too_much_inside');
      if (!isContents) continue;
      contents = Buffer.concat([contents, piece]);
      if (contents.length > MOST_CONTENT_TYPES) refuse('too_much_inside');
    }
  }
  return contents.toString('utf8');
}

async function checkZip(zip, size, mainType) {
  if (zip.entryCount > MOST_ENTRIES) refuse('too_much_inside');
  const entries = [];
  // Names that lead out of the archive are an error of the reader's.
  for await (const entry of zip.eachEntry()) {
    entries.push(entry);
    if (entries.length > MOST_ENTRIES) refuse('too_much_inside');
  }
  checkDirectory(entries, size);
  const contents = await unpack(zip, entries);
  if (MACRO_TYPE.test(contents)) refuse('macros');
  const names = new Set(entries.map((entry) => folded(entry.fileName)));
  const main = partsByType(contents).find(({ type }) => type === mainType.toLowerCase());
  if (!main || !names.has(main.name)) refuse('wrong_content');
}

/**
 * Whether a file is a document of the Office kind with this main part, without macros and within
 * the limits. Archives within it stay packed.
 * @param {string} path
 * @param {import('node:fs/promises').FileHandle} file
 * @param {Buffer} head its first bytes
 * @param {string} mainType
 */
export async function checkOffice(path, file, head, mainType) {
  if (head.subarray(0, COMPOUND.length).equals(COMPOUND)) refuse('locked');
  if (!head.subarray(0, ZIP.length).equals(ZIP)) refuse('wrong_content');
  const { size } = await file.stat();
  let zip = null;
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false });
    await checkZip(zip, size, mainType);
  } catch (error) {
    if (error instanceof Refused) throw error;
    refuse('broken');
  } finally {
    zip?.close();
  }
}
