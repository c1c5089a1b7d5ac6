import { describe, expect, test } from 'vitest';
import { type EuoColumn, euoColumnSpecs } from './euo-columns';
import { euoRowReader, type FileProduct } from './euo-file';
import { findColumns } from './file-columns';

const TODAY = '2026-11-23' as const;
const ROTA: FileProduct = { id: 'rota', name: 'Acme  Rota', availableFrom: '2020-01-01' };
const BOOKING: FileProduct = { id: 'booking', name: 'Booking', availableFrom: null };

function reads(cells: Partial<Record<EuoColumn, string>>, products = [ROTA], extra: string[] = []) {
  const headings = Object.keys(cells);
  const found = findColumns(euoColumnSpecs(products.length), headings);
  if (!found.ok) throw new Error(`missing ${found.missing}`);
  const file = { columns: found.columns, width: headings.length, products, today: TODAY };
  return euoRowReader(file)([...(Object.values(cells) as string[]), ...extra]);
}
const reasons = (...given: Parameters<typeof reads>) => reads(...given).reasons;

test('a row is read as it is kept', () => {
  const { row, reasons } = reads({
    ods_code: ' a 12 34b ',
    name: "  The \t'Elms',\nSurgery ",
    product: 'ACME rota',
    state: 'LIVE',
    lead_ods_code: 'x1',
    go_live_on: '01/08/2026',
    dspt_code: 'b81 - 001',
    dspt_status: '25/26 standards met',
    dspt_published_on: '2026-06-28',
    dspt_checked_on: '1/7/2026',
    dspt_checked_by: 'Ann',
    aup_version: '1.2',
    aup_alerted_on: '2026-07-02',
    aup_method: "'=email",
    aup_alerted_by: "'quoted'",
    contact_name: '',
    contact_email: 'Ann.O’Neil@Example.com'.replace('’', "'"),
    clinical_safety: 'x'.repeat(500),
  });
  expect(reasons).toEqual([]);
  expect(row).toEqual({
    ...{ code: 'A1234B', name: "The 'Elms', Surgery", productId: 'rota', state: 'live' },
    ...{ leadCode: 'X1', goLiveOn: '2026-08-01', dsptCode: 'B81 - 001' },
    ...{ status: '25/26 standards met', edition: '25/26', level: 'standards_met' },
    ...{ publishedOn: '2026-06-28', checkedOn: '2026-07-01', checkedBy: 'Ann' },
    ...{ aupVersion: '1.2', alertedOn: '2026-07-02', aupMethod: '=email', alertedBy: "'quoted'" },
    ...{ contactName: null, contactEmail: "ann.o'neil@example.com" },
    clinicalSafety: 'x'.repeat(500),
  });
});

test('a column that is not there says nothing, and the only product needs no column', () => {
  const { row, reasons } = reads({ ods_code: 'A1' });
  expect(reasons).toEqual([]);
  expect(row).toMatchObject({
    code: 'A1',
    productId: 'rota',
    name: null,
    state: null,
    level: null,
  });
  expect(findColumns(euoColumnSpecs(2), ['ods_code'])).toMatchObject({ missing: ['product'] });
  expect(findColumns(euoColumnSpecs(1), ['name'])).toMatchObject({ missing: ['ods_code'] });
});

test('a status that nobody recognises is kept as read', () => {
  const { row } = reads({ ods_code: 'A1', dspt_status: 'Fine', dspt_checked_on: TODAY });
  expect(row).toMatchObject({ status: 'Fine', edition: null, level: null });
});

describe('a row is refused', () => {
  test.each<[string, Partial<Record<EuoColumn, string>>, string[]]>([
    ['code missing', { ods_code: ' ' }, ['code_missing']],
    ['code too long', { ods_code: 'ABCDEFGHIJ' }, ['code_unreadable']],
    ['code of other characters', { ods_code: 'A-1' }, ['code_unreadable']],
    ['product of nobody', { ods_code: 'A1', product: 'Other' }, ['product_unknown']],
    ['state unknown', { ods_code: 'A1', state: 'ready' }, ['state_unknown']],
    ['lead unreadable', { ods_code: 'A1', lead_ods_code: '?' }, ['lead_unreadable']],
    ['its own lead', { ods_code: 'A1', lead_ods_code: ' a1' }, ['lead_itself']],
    ['a day that is none', { ods_code: 'A1', go_live_on: '31/06/2026' }, ['go_live_unreadable']],
    [
      'before the product',
      { ods_code: 'A1', go_live_on: '2019-12-31' },
      ['go_live_before_product'],
    ],
    ['DSPT code', { ods_code: 'A1', dspt_code: 'x'.repeat(24) }, ['dspt_code_unreadable']],
    ['status without a day', { ods_code: 'A1', dspt_status: 'x' }, ['check_incomplete']],
    ['day without a status', { ods_code: 'A1', dspt_checked_on: TODAY }, ['check_incomplete']],
    ['publication alone', { ods_code: 'A1', dspt_published_on: TODAY }, ['check_incomplete']],
    [
      'check ahead',
      { ods_code: 'A1', dspt_status: 'x', dspt_checked_on: '2026-11-24' },
      ['check_ahead'],
    ],
    [
      'check before there was a register',
      { ods_code: 'A1', dspt_status: 'x', dspt_checked_on: '2018-03-31' },
      ['check_too_early'],
    ],
    [
      'publication after the check',
      {
        ...{ ods_code: 'A1', dspt_status: 'x', dspt_checked_on: '2026-07-01' },
        dspt_published_on: '2026-07-02',
      },
      ['published_after_check'],
    ],
    ['version without a day', { ods_code: 'A1', aup_version: '1' }, ['alert_incomplete']],
    ['day without a version', { ods_code: 'A1', aup_alerted_on: TODAY }, ['alert_incomplete']],
    [
      'alert ahead',
      { ods_code: 'A1', aup_version: '1', aup_alerted_on: '2026-11-24' },
      ['alert_ahead'],
    ],
    ['email', { ods_code: 'A1', contact_email: 'ann@' }, ['email_unreadable']],
    ['too long', { ods_code: 'A1', name: 'x'.repeat(201) }, ['too_long']],
    ['too long a sentence', { ods_code: 'A1', clinical_safety: 'x'.repeat(501) }, ['too_long']],
    ['no text', { ods_code: 'A1', name: 'a\u0000b' }, ['characters']],
  ])('%s', (_, cells, expected) => {
    expect(reasons(cells)).toEqual(expected);
  });

  test('for every reason, not for the first', () => {
    const row = {
      ods_code: '?',
      product: 'x',
      state: 'x',
      dspt_published_on: 'x',
      dspt_checked_on: 'x',
      aup_alerted_on: 'x',
    };
    expect(reasons(row)).toEqual([
      'code_unreadable',
      'product_unknown',
      'state_unknown',
      'dspt_published_unreadable',
      'dspt_checked_unreadable',
      'aup_alerted_unreadable',
      'check_incomplete',
      'alert_incomplete',
    ]);
  });

  test('with more cells than headings, unless they are empty', () => {
    expect(reasons({ ods_code: 'A1' }, [ROTA], ['', ' '])).toEqual([]);
    expect(reasons({ ods_code: 'A1' }, [ROTA], ['', 'x'])).toEqual(['cells']);
  });

  test('without a product where there are several, or with one of two of the same name', () => {
    const row = { ods_code: 'A1', product: '' };
    expect(reasons(row, [ROTA, BOOKING])).toEqual(['product_missing']);
    const twin = { ...BOOKING, id: 'twin', name: 'BOOKING' };
    expect(reasons({ ...row, product: 'booking' }, [BOOKING, twin])).toEqual(['product_unknown']);
  });
});
