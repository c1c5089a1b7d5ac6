import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { readDashboardFilters } from '@/lib/domain/dashboard-filters';
import type { FigureSum, FigureTotal } from '@/lib/domain/figure-sums';
import { flowByPeriod, flowOf } from '@/lib/domain/flow';
import type { HeldSetting } from '@/lib/domain/settings';
import { FlowView } from './flow-view';

const TODAY = '2026-11-23';
const ANN = '11111111-1111-4111-8111-111111111111';
const week = { startsOn: '2026-11-02' as const, label: '' };
const SUMS: FigureSum[] = [
  { ...week, measure: 'responded', value: 1, cases: 1 },
  { ...week, measure: 'decided', value: 4, cases: 2 },
];
const TOTALS: FigureTotal[] = [
  { ...week, measure: 'received', cases: 3, total: 0 },
  { ...week, measure: 'withdrawn', cases: 2, total: 0 },
  { ...week, measure: 'rounds', cases: 2, total: 2 },
];

const BEFORE: FigureSum[] = [{ ...week, measure: 'responded', value: 5, cases: 3 }];

function shown(query: Record<string, string>, changed: HeldSetting[] = []): string {
  const { filters } = readDashboardFilters(query, TODAY);
  const figures = { sums: SUMS, totals: TOTALS };
  const periods = flowByPeriod(figures, filters.period, filters.from, filters.to);
  const before = flowOf({ sums: BEFORE, totals: [] });
  const targets = [...changed, { value: 10, inForceOn: '2000-01-01' as const }];
  const view = { filters, whole: flowOf(figures), before, periods, today: TODAY, targets } as const;
  return renderToStaticMarkup(createElement(FlowView, view)).replaceAll('&amp;', '&');
}

test('what was received and withdrawn is told of everybody, each with its list', () => {
  const html = shown({});
  expect(html).toContain('Received, 3 declarations');
  expect(html).toMatch(/measure=withdrawn&from=2026-09-07&to=2026-11-23"[^>]*>.*?Withdrawn, 2 app/);
  expect(html).not.toContain('left out');
});

test('of one assessor neither is told, not even as 0, and the page says why', () => {
  const html = shown({ assessor: ANN });
  expect(html).not.toMatch(/Received, |measure=received|Withdrawn, /);
  expect(html).toContain('Received and withdrawn are left out: no assessor receives');
  expect(html).toContain('Decided, 2 applications');
});

test('one of a thing is said as one', () => {
  const html = shown({});
  expect(html).toContain('One first response came in this time, within 1 working day.');
  expect(html).toContain('On average a decision took 1 round.');
  expect(html).not.toMatch(/\b1 (rounds|working days)\b|Of 1,/);
});

test('each week is held against the target of its own time', () => {
  expect(shown({})).toContain('Target: 10 working days<');
  const html = shown({}, [
    { value: 15, inForceOn: '2027-01-01' },
    { value: 12, inForceOn: '2026-10-07' },
  ]);
  expect(html).toContain(
    'Target: 10 working days at first, then 12 from the week of 5 October 2026<',
  );
  expect(html.match(/class="app-chart__target"/g)).toHaveLength(3);
});

test('it is said whether a figure rose or fell, where there is an earlier one', () => {
  const html = shown({});
  expect(html).toContain(
    'Median 1 working day to first response, down from 5 in the 12 weeks before.',
  );
  expect(html).not.toContain('to decision, ');
});
