import { isAfter, type PlainDate } from './dates';
import type { FieldProblem } from './result';

/** Bytes: the largest file, and all the files of one application, or of one onboarding, together. */
export const MOST_BYTES_OF_A_FILE = 20 * 1024 * 1024;
export const MOST_BYTES_OF_AN_APPLICATION = 200 * 1024 * 1024;
/** Files that may be chosen at the same time. */
export const MOST_FILES_AT_ONCE = 20;
/** Characters of a file's name, its extension included. */
const MOST_NAME = 200;

/** What the content of a file is held against: its first bytes, its parts, or each of its characters. */
export type ContentRule =
  | { by: 'type'; types: readonly string[] }
  | { by: 'pdf' }
  | { by: 'ooxml'; mainType: string }
  | { by: 'text' };

export type EvidenceKind = {
  label: string;
  extensions: readonly string[];
  mediaType: string;
  content: ContentRule;
  isZip: boolean;
  /** May be shown as an image within a page. */
  isImage: boolean;
};

const office = (label: string, extension: string, name: string, part: string): EvidenceKind => ({
  label,
  extensions: [extension],
  mediaType: `application/vnd.openxmlformats-officedocument.${name}`,
  content: {
    by: 'ooxml',
    mainType: `application/vnd.openxmlformats-officedocument.${name.split('.')[0]}.${part}`,
  },
  isZip: true,
  isImage: false,
});
const image = (label: string, mediaType: string, extensions: string[], types: string[]) => ({
  label,
  extensions,
  mediaType,
  content: { by: 'type', types } as const,
  isZip: false,
  isImage: true,
});
const plain = (label: string, extension: string, mediaType: string): EvidenceKind => ({
  label,
  extensions: [extension],
  mediaType,
  content: { by: 'text' },
  isZip: false,
  isImage: false,
});

/** Every kind of file that may be attached, in the order in which they are named to people. */
export const EVIDENCE_KINDS = {
  pdf: {
    label: 'PDF',
    extensions: ['pdf'],
    mediaType: 'application/pdf',
    content: { by: 'pdf' },
    isZip: false,
    isImage: false,
  },
  png: image('PNG', 'image/png', ['png'], ['png', 'apng']),
  jpeg: image('JPEG', 'image/jpeg', ['jpg', 'jpeg'], ['jpg']),
  docx: office('DOCX', 'docx', 'wordprocessingml.document', 'document.main+xml'),
  xlsx: office('XLSX', 'xlsx', 'spreadsheetml.sheet', 'sheet.main+xml'),
  csv: plain('CSV', 'csv', 'text/csv'),
  txt: plain('TXT', 'txt', 'text/plain'),
} as const satisfies Record<string, EvidenceKind>;

const KIND_LIST: readonly EvidenceKind[] = Object.values(EVIDENCE_KINDS);

/** 'PDF, PNG, … or TXT'. */
export const EVIDENCE_LABELS = KIND_LIST.map(({ label }) => label)
  .join(', ')
  .replace(/, (\w+)$/, ' or $1');
/** For the `accept` of a file input: '.pdf,.png,…'. */
export const EVIDENCE_ACCEPT = KIND_LIST.flatMap(({ extensions }) => extensions)
  .map((extension) => `.${extension}`)
  .join(',');

const extensionOf = (name: string): string => /[^.]\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** The kind that a name's extension claims, in either case; null for one that is not accepted. */
export function kindOfName(name: string): EvidenceKind | null {
  const extension = extensionOf(name);
  return KIND_LIST.find(({ extensions }) => extensions.includes(extension)) ?? null;
}

/** The kind with this media type, as it is kept of a checked file; null for any other type. */
export const kindOfMediaType = (mediaType: string): EvidenceKind | null =>
  KIND_LIST.find((kind) => kind.mediaType === mediaType) ?? null;

// Control characters, half surrogate pairs, line ends, and what has no width or turns the direction
// of writing: with the last, 'fdp.exe' reads as 'exe.pdf'. Joiners stay, since words are spelt with them.
const DROPPED = /[\p{Cc}\p{Surrogate}\p{Zl}\p{Zp}\p{Bidi_Control}\u00ad\u200b\u2060\ufeff]/gu;

/**
 * The name under which a file is kept and given back: its last path part, in NFC and at most 200
 * characters, without hidden characters, leading dots and outer spaces. A name that is too long loses
 * the end of its stem, never its extension. Null when nothing is left of it.
 */
export function cleanFileName(raw: string): string | null {
  const last = raw.split(/[/\\]/).at(-1) ?? '';
  const name = last
    .replace(DROPPED, '')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (name === '') return null;
  const characters = [...name];
  if (characters.length <= MOST_NAME) return name;
  const tail = kindOfName(name) ? [...`.${extensionOf(name)}`] : [];
  return [...characters.slice(0, MOST_NAME - tail.length), ...tail].join('').trimEnd();
}

const MB = 1024 * 1024;

const WORDS = {
  // Before anything is read of it.
  none_chosen: () => 'Select a file',
  no_name: (file) => `${file} must have a name`,
  wrong_kind: (file) => `${file} must be a ${EVIDENCE_LABELS}`,
  known: (file) => `${file} is attached to this answer already. Select another file`,
  too_many: () => `You can only select up to ${MOST_FILES_AT_ONCE} files at the same time`,
  many_at_once: () => 'Wait until your other uploads have finished, then try again',
  many_a_minute: () =>
    'You have uploaded many files in a short time. Wait a minute, then try again',
  // While it is received.
  too_big: (file) => `${file} must be smaller than ${MOST_BYTES_OF_A_FILE / MB} MB`,
  too_much: (file) =>
    `${file} would take the files kept here past ${MOST_BYTES_OF_AN_APPLICATION / MB} MB. Remove a file or select a smaller one`,
  empty: (file) => `${file} is empty`,
  cut_off: (file) => `${file} did not arrive whole. Try again`,
  not_stored: (file) => `${file} could not be uploaded. Try again`,
  // When its content is checked.
  wrong_content: (file) =>
    `${file} is not what its name says. Open it, save it as a ${EVIDENCE_LABELS} and select it again`,
  broken: (file) => `${file} is damaged or not complete. Save it again and select the new file`,
  not_text: (file) =>
    `${file} must hold plain text only. In a spreadsheet, save it as 'CSV UTF-8' and select it again`,
  locked: (file) =>
    `${file} is password protected or in an old Office format. Save it as DOCX or XLSX without a password`,
  macros: (file) =>
    `${file} must not include macros. Save it as DOCX or XLSX without macros and select it again`,
  too_much_inside: (file) =>
    `${file} is too large once it is unpacked. Save it as a PDF or split it into smaller files`,
  too_slow: (file) => `${file} took too long to check. Save it as a PDF and select it again`,
  busy: (file) =>
    `${file} could not be checked because many files are being checked. Try again in a few minutes`,
  // When it is scanned.
  infected: (file) => `${file} contains a virus. Select another file`,
} as const satisfies Record<string, (file: string) => string>;

/** Why a file is refused; kept and logged as it stands, so never renamed. */
export type EvidenceProblem = keyof typeof WORDS;

export const isEvidenceProblem = (text: string): text is EvidenceProblem =>
  Object.hasOwn(WORDS, text);

/**
 * The sentence for a refusal, worded after the file upload pattern of GOV.UK and the NHS. With a
 * name it says which of several files is meant.
 */
export const evidenceProblem = (problem: EvidenceProblem, name: string | null = null): string =>
  WORDS[problem](name === null ? 'The selected file' : `‘${name}’`);

/** From when a piece of evidence counts, and its last day; null where none is given. */
export type EvidenceDates = { effectiveFrom: PlainDate | null; expiresOn: PlainDate | null };

/** What is wrong with the two dates together, at `expiresOn`; null when all is well. */
export function evidenceDatesProblem(dates: EvidenceDates): FieldProblem | null {
  const { effectiveFrom, expiresOn } = dates;
  if (!effectiveFrom || !expiresOn || !isAfter(effectiveFrom, expiresOn)) return null;
  return {
    field: 'expiresOn',
    message: 'Expiry date must be the same as or after the effective date',
  };
}

/** Whether evidence counts on a day; it still does on the day on which it expires. */
export function evidenceCurrency(
  { effectiveFrom, expiresOn }: EvidenceDates,
  on: PlainDate,
): 'current' | 'not_yet' | 'expired' {
  if (expiresOn && isAfter(on, expiresOn)) return 'expired';
  return effectiveFrom && isAfter(effectiveFrom, on) ? 'not_yet' : 'current';
}
