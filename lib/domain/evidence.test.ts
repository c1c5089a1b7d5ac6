import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlainDate } from './dates';
import {
  cleanFileName,
  EVIDENCE_ACCEPT,
  EVIDENCE_KINDS,
  EVIDENCE_LABELS,
  type EvidenceProblem,
  evidenceCurrency,
  evidenceDatesProblem,
  evidenceProblem,
  kindOfMediaType,
  kindOfName,
} from './evidence';

describe('the name of a file', () => {
  test.each([
    ['policy.pdf', 'policy.pdf'],
    ['C:\\fakepath\\policy v2.pdf', 'policy v2.pdf'],
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['..\\..\\boot.txt', 'boot.txt'],
    ['/var/log/a.csv', 'a.csv'],
    ['.htaccess.txt', 'htaccess.txt'],
    ['...hidden.pdf', 'hidden.pdf'],
    ['  spaced\u00a0\u2003 out .pdf ', 'spaced out .pdf'],
    ['line\r\nbreak\u2028\u0000.txt', 'linebreak.txt'],
    ['report\u202efdp.exe', 'reportfdp.exe'],
    ['zero\u200bwidth\ufeff\u2066.png', 'zerowidth.png'],
    ['half \ud83e.png', 'half .png'],
    ['Zufa\u0308llig.docx', 'Zuf\u00e4llig.docx'],
    ['سیاست\u200cها.pdf', 'سیاست\u200cها.pdf'],
    ['trailing.pdf. . ', 'trailing.pdf'],
  ])('%j is kept as %j', (raw, name) => expect(cleanFileName(raw)).toBe(name));

  test.each(['', '.', '..', '...', ' ', '/', 'a/', 'C:\\', '\u202e\u0007', '\ufeff.'])(
    'nothing is left of %j',
    (raw) => expect(cleanFileName(raw)).toBeNull(),
  );

  test('a long one keeps its extension and has 200 characters', () => {
    const name = cleanFileName(`${'🦊'.repeat(300)}.JPEG`) ?? '';
    expect([...name]).toHaveLength(200);
    expect(name.endsWith('🦊.jpeg')).toBe(true);
    expect([...(cleanFileName('x'.repeat(500)) ?? '')]).toHaveLength(200);
  });

  test('whatever is sent, a cleaned name is safe, short and clean already', () => {
    const parts = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('/', '\\', '.', ' ', '\0', '\u202e', '\ud800'),
      ),
    );
    fc.assert(
      fc.property(parts, (texts) => {
        const name = cleanFileName(texts.join(''));
        if (name === null) return;
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Bidi_Control}]|^[. ]|[. ]$/u);
        expect([...name].length).toBeLessThanOrEqual(200);
        expect(cleanFileName(name)).toBe(name);
      }),
    );
  });
});

describe('kinds', () => {
  test.each([
    ['a.pdf', 'PDF'],
    ['A.PDF', 'PDF'],
    ['a.b.jpeg', 'JPEG'],
    ['a.jpg', 'JPEG'],
    ['a.docx', 'DOCX'],
  ])('%s is a %s', (name, label) => expect(kindOfName(name)?.label).toBe(label));

  test.each(['a.docm', 'a.xlsm', 'a.doc', 'a.svg', 'a.html', 'a.zip', 'pdf', '.pdf', 'a.pdf.exe'])(
    '%s is none',
    (name) => expect(kindOfName(name)).toBeNull(),
  );

  test('each has its own extensions and media type, and only images are shown', () => {
    const kinds = Object.values(EVIDENCE_KINDS);
    const extensions = kinds.flatMap((kind) => [...kind.extensions]);
    expect(new Set(extensions).size).toBe(extensions.length);
    for (const kind of kinds) expect(kindOfMediaType(kind.mediaType)).toBe(kind);
    expect(kindOfMediaType('text/html')).toBeNull();
    expect(kinds.filter((kind) => kind.isImage).map((kind) => kind.label)).toEqual(['PNG', 'JPEG']);
    expect(kinds.filter((kind) => kind.isZip).map((kind) => kind.label)).toEqual(['DOCX', 'XLSX']);
  });

  test('people and browsers are told of all of them', () => {
    expect(EVIDENCE_LABELS).toBe('PDF, PNG, JPEG, DOCX, XLSX, CSV or TXT');
    expect(EVIDENCE_ACCEPT).toBe('.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.csv,.txt');
  });
});

test.each<[EvidenceProblem, string | null, string]>([
  ['none_chosen', null, 'Select a file'],
  ['too_big', null, 'The selected file must be smaller than 20 MB'],
  ['too_big', 'policy.pdf', '‘policy.pdf’ must be smaller than 20 MB'],
  ['many_at_once', null, 'Wait until your other uploads have finished, then try again'],
  ['empty', null, 'The selected file is empty'],
  ['infected', 'a.txt', '‘a.txt’ contains a virus. Select another file'],
  ['wrong_kind', null, 'The selected file must be a PDF, PNG, JPEG, DOCX, XLSX, CSV or TXT'],
  ['too_many', 'a.txt', 'You can only select up to 20 files at the same time'],
])('%s of %s: %s', (problem, name, words) => expect(evidenceProblem(problem, name)).toBe(words));

describe('the dates of evidence', () => {
  const dates = (effectiveFrom: PlainDate | null, expiresOn: PlainDate | null) => ({
    effectiveFrom,
    expiresOn,
  });

  test('it does not expire before it counts', () => {
    expect(evidenceDatesProblem(dates('2026-11-02', '2026-11-01'))?.field).toBe('expiresOn');
    expect(evidenceDatesProblem(dates('2026-11-01', '2026-11-01'))).toBeNull();
    expect(evidenceDatesProblem(dates(null, '2026-11-01'))).toBeNull();
    expect(evidenceDatesProblem(dates('2026-11-01', null))).toBeNull();
  });

  test('both days belong to the time in which it counts', () => {
    const both = dates('2026-11-01', '2026-11-30');
    expect(evidenceCurrency(both, '2026-10-31')).toBe('not_yet');
    expect(evidenceCurrency(both, '2026-11-01')).toBe('current');
    expect(evidenceCurrency(both, '2026-11-30')).toBe('current');
    expect(evidenceCurrency(both, '2026-12-01')).toBe('expired');
    expect(evidenceCurrency(dates(null, null), '2026-12-01')).toBe('current');
  });
});
