import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readLooseDate } from './dates';
import { judgeDspt, readDsptStatus } from './dspt';
import { readDsptIdentifier } from './ods';

test.each([
  ['25/26 Standards Met', '25/26', 'standards_met'],
  ['  25/26   STANDARDS\u00a0 exceeded ', '25/26', 'standards_exceeded'],
  ['25 / 26 standards met', '25/26', 'standards_met'],
  ['26/27 Approaching Standards', '26/27', 'approaching_standards'],
  ['22/23 Standards Not Met', '22/23', 'standards_not_met'],
  ['Not Published', null, 'not_published'],
  ['25/26 Not Published', '25/26', 'not_published'],
  ['Standards Met', null, 'standards_met'],
  ['Standards Met (19-20)', '19/20', 'standards_met'],
  ['standards exceeded(19-20)', '19/20', 'standards_exceeded'],
  ['Entry Level', null, null],
  ['19/20 Standards Not Fully Met (Plan Agreed)', '19/20', null],
  ['25/27 Standards Met', null, null],
  ['27/28 Standards Met', null, null],
  ['99/00 Standards Met', null, null],
  ['2025/26 Standards Met', null, null],
  ['Standards Met (19-21)', null, null],
  ['25/26 Standards Met (25-26)', null, null],
  ['25/26', '25/26', null],
  ['25/26 Standards Met!', '25/26', null],
  ['', null, null],
])('reads %j', (text, edition, level) => {
  expect(readDsptStatus(text, '2026-11-22')).toEqual({ text, edition, level });
});

test('an edition can be read from the day on which its predecessor is required', () => {
  expect(readDsptStatus('26/27 Standards Met', '2026-06-30').level).toBeNull();
  expect(readDsptStatus('26/27 Standards Met', '2026-07-01').level).toBe('standards_met');
});

const folder = resolve('../shared/data/dspt');
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.csv')) : [];

/** The rows of a small CSV as objects by header; quotes may hold commas, quotes and line ends. */
function rowsOf(path: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  const cells = readFileSync(path, 'utf8').matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/g);
  for (const [, cell = '', end = ''] of cells) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end.endsWith('\n')) rows.push([]);
  }
  const [header = [], ...body] = rows.filter((row) => row.length > 1);
  return body.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])));
}

describe.skipIf(files.length === 0)('real files (skipped where they are absent)', () => {
  it.each(files)('%s: every status and date is read', (name) => {
    const on = readLooseDate(name.slice(-14, -4));
    if (!on) throw new Error('the file name holds its date');
    const rows = rowsOf(join(folder, name));
    expect(rows.length).toBeGreaterThan(4);
    for (const { Code = '', Status = '', 'Date Of Publication': published = '' } of rows) {
      const { level, edition, text } = readDsptStatus(Status, on);
      expect(text).toBe(Status);
      expect(level, Status).not.toBeNull();
      expect(edition !== null, Status).toBe(/\d/.test(Status));
      if (Code !== '') expect(readDsptIdentifier(Code).ok, Code).toBe(true);
      const publishedOn = readLooseDate(published);
      if (published !== '') expect(publishedOn, published).not.toBeNull();
      const { verdict } = judgeDspt({ level, edition, publishedOn }, on);
      if (verdict === 'passes') expect(edition).not.toBeNull();
    }
  });

  const judged = (name: string, on: '2023-11-16' | '2023-10-17' | '2019-06-17') =>
    rowsOf(join(folder, name)).map((row) => {
      const { level, edition } = readDsptStatus(row.Status ?? '', on);
      const publishedOn = readLooseDate(row['Date Of Publication'] ?? '');
      return { code: row.Code, ...judgeDspt({ level, edition, publishedOn }, on) };
    });
  const count = (rows: { verdict: string }[], verdict: string) =>
    rows.filter((row) => row.verdict === verdict).length;

  it.skipIf(!files.includes('icb_2023-11-16.csv'))('judges the boards as people would', () => {
    const rows = judged('icb_2023-11-16.csv', '2023-11-16');
    expect(count(rows, 'passes')).toBe(41);
    const qop = rows.find((row) => row.code === 'QOP');
    expect(qop).toMatchObject({ verdict: 'below_standards_met', late: true });
  });

  it.skipIf(!files.includes('ccg_2023-10-17.csv'))('finds a passing but old status stale', () => {
    const rows = judged('ccg_2023-10-17.csv', '2023-10-17');
    expect(count(rows, 'stale')).toBe(104);
    expect(count(rows, 'not_published')).toBe(1);
    expect(count(rows, 'passes')).toBe(0);
  });
});
