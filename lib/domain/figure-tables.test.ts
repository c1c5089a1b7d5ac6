import { expect, test } from 'vitest';
import type { FigureFilter, FigureSum } from './figure-sums';
import { flowTable, whyTable } from './figure-tables';
import { flowByPeriod } from './flow';
import { FIRST_GUIDANCE } from './guidance';
import { whyOf } from './why';

const filter: FigureFilter = {
  ...{ period: 'month', from: '2026-10-01', to: '2026-11-23' },
  ...{ assessorId: null, organisationId: null, productId: null },
};
const month = { startsOn: '2026-10-01' as const, label: '' };

test('the flow has a row for each month, with nothing where nothing is known', () => {
  const sums: FigureSum[] = [
    { ...month, measure: 'decided', value: 8, cases: 3 },
    { ...month, measure: 'decided', value: 12, cases: 2 },
  ];
  const totals = [
    { ...month, measure: 'received' as const, cases: 4, total: 0 },
    { ...month, measure: 'rounds' as const, cases: 5, total: 8 },
    { ...month, measure: 'approved_first_time' as const, cases: 4, total: 1 },
  ];
  const { from, to } = filter;
  const table = flowTable(filter, flowByPeriod({ sums, totals }, 'month', from, to));
  expect(table).toMatchObject({ table: 'flow-by-month', span: { from, to } });
  expect(table.rows).toEqual([
    ['2026-10-01', 4, 0, 0, null, null, 5, 8, 12, null, null, null, 25, 1.6],
    ['2026-11-01', 0, 0, 0, null, null, 0, null, null, null, null, null, null, null],
  ]);
  expect(table.columns).toHaveLength(table.rows[0]?.length ?? 0);
  // Nobody of the staff receives or withdraws: of one assessor neither is told, not even as 0.
  const one = { ...filter, assessorId: 'ann' };
  const own = flowTable(one, flowByPeriod({ sums, totals }, 'month', from, to));
  expect(own.columns.slice(0, 2)).toEqual(['Month from', 'First responses']);
  expect(own.rows[0]).toEqual(['2026-10-01', 0, null, null, 5, 8, 12, null, null, null, 25, 1.6]);
});

test('reasons are named as people read them, the most frequent first, with their share', () => {
  const sums: FigureSum[] = [
    { ...month, measure: 'requested', label: '2026-11', value: 0, cases: 8 },
    { ...month, measure: 'asked', label: 'isms 2026-11', value: 0, cases: 3 },
    { ...month, measure: 'reason', label: 'isms 2026-11 isms-scope', value: 0, cases: 1 },
    { ...month, measure: 'reason', label: 'isms 2026-11 other', value: 0, cases: 2 },
  ];
  const why = whyOf(sums, 'month', filter.from, filter.to, FIRST_GUIDANCE);
  expect(whyTable(filter, why).rows).toEqual([
    ['Q.4 ISMS', 'Something else', 2, 25],
    ['Q.4 ISMS', 'The ISMS scope leaves the product out', 1, 12.5],
  ]);
  expect(why.questions.get('isms')).toEqual({ asked: 3, share: 3 / 8 });
  expect(why.versions).toMatchObject([{ version: '2026-11', requests: 8 }]);
});

test('what one version of the guidance was asked about is held against its own requests', () => {
  const sums: FigureSum[] = ['2026-01', '2026-11'].flatMap((version, index): FigureSum[] => [
    { ...month, measure: 'requested', label: version, value: 0, cases: 10 },
    { ...month, measure: 'asked', label: `isms ${version}`, value: 0, cases: 6 - index * 4 },
  ]);
  const { versions, periods } = whyOf(sums, 'month', filter.from, filter.to, FIRST_GUIDANCE);
  const share = versions.map(({ version, questions }) => [version, questions.get('isms')?.share]);
  expect(share).toEqual([
    ['2026-11', 0.2],
    ['2026-01', 0.6],
  ]);
  expect(periods.map(({ questions }) => questions.get('isms') ?? 0)).toEqual([8, 0]);
});
