import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { flowOf } from '@/lib/domain/flow';
import { FIRST_GUIDANCE } from '@/lib/domain/guidance';
import type { SupplierFigures } from '@/lib/domain/supplier-list';
import { whyOf } from '@/lib/domain/why';
import { ReportView } from './report-view';

test('each figure of the month, and of the one before, opens its list; what is nothing opens none', () => {
  const october = { startsOn: '2026-10-01' as const, label: '' };
  const own = flowOf({
    sums: [
      { ...october, measure: 'responded', value: 7, cases: 1 },
      { ...october, measure: 'decided', value: 4, cases: 2 },
    ],
    totals: [],
  });
  const before = flowOf({
    sums: [{ ...october, measure: 'responded', value: 5, cases: 1 }],
    totals: [{ ...october, measure: 'withdrawn', cases: 3, total: 0 }],
  });
  const reason = { ...october, measure: 'reason' as const, value: 0, cases: 5 };
  const why = whyOf(
    [{ ...reason, label: 'isms 2026-11 other' }],
    ...(['month', '2026-10-01', '2026-10-01', FIRST_GUIDANCE] as const),
  );
  const view = { month: '2026-10-01', own, before, why, euos: {} as SupplierFigures } as const;
  const html = renderToStaticMarkup(
    createElement(ReportView, { ...view, today: '2026-11-23' }),
  ).replaceAll('&amp;', '&');
  expect(html).toContain('Median 7 working days to first response, up from 5 in September 2026.');
  expect(html).toContain('measure=decided&from=2026-10-01&to=2026-10-31&page=report');
  expect(html).toContain('measure=withdrawn&from=2026-09-01&to=2026-09-30&page=report');
  expect(html).toMatch(/measure=reason&from=2026-10-01&to=2026-10-31&question=isms&reason=other/);
  expect(html).not.toContain('measure=received');
});
