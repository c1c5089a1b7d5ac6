import { renderToStaticMarkup } from 'react-dom/server';
import { BarsOverTime } from '@/components/charts/bars-over-time';
import { LinesOverTime } from '@/components/charts/lines-over-time';
import { RankedBars } from '@/components/charts/ranked-bars';
import type { TimePoint } from '@/components/charts/types';
import { BigFigures } from '@/components/dashboards/big-figures';
import { CountedAt } from '@/components/dashboards/counted-at';
import { DashboardFilters } from '@/components/dashboards/dashboard-filters';
import { DownloadLinks } from '@/components/dashboards/download-links';
import { readDashboardFilters } from '@/lib/domain/dashboard-filters';
import { addDays } from '@/lib/domain/dates';

/** How many points a picture has; 'thousandfold' is twelve, one a thousand times the others. */
export const CHART_CASES = ['none', 'one', 'twelve', 'sixty', 'thousandfold', 'zeros'] as const;
export type ChartCase = (typeof CHART_CASES)[number];

const COUNTS: Record<ChartCase, number> = {
  none: 0,
  one: 1,
  twelve: 12,
  sixty: 60,
  thousandfold: 12,
  zeros: 12,
};
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const week = (index: number): TimePoint => {
  const [year, month, day] = addDays('2026-01-05', index * 7)
    .split('-')
    .map(Number);
  const short = `${day} ${MONTHS[(month ?? 1) - 1]}`;
  return { label: `Week of ${short} ${year}`, short, href: `/assess?week=${index}` };
};

/** Numbers that go up and down, the same each time; every ninth week nothing is known. */
function numbers(kind: ChartCase, least: number, step: number) {
  return Array.from({ length: COUNTS[kind] }, (_, index) => {
    if (kind === 'zeros') return index === 4 ? null : 0;
    if (kind === 'thousandfold') return index === 7 ? 4000 : 4;
    return index % 9 === 5 ? null : least + ((index * 7) % (step * 3));
  });
}

const LABELS = [
  'The scope of the certificate does not name the product that is declared',
  'DSPT status is older than the edition that has been required since 1 July',
  'No penetration test',
  'Penetration test is older than 12 months',
];

/** Every kind of chart in one of its cases, as a page would hold them. */
export function renderCharts(kind: ChartCase): string {
  const count = COUNTS[kind];
  const points = Array.from({ length: count }, (_, index) => week(index));
  const marks = count > 4 ? [{ before: 3, label: 'New wording of Q.4 from 26 January 2026' }] : [];
  const time = {
    points,
    pointName: 'Week',
    sentence: 'Median 7 working days, up from 5 in October.',
  };
  const rows = Array.from({ length: Math.min(count, 25) }, (_, index) => ({
    key: String(index),
    label: LABELS[index % LABELS.length] ?? '',
    href: '/assess' as const,
    values: [numbers(kind, 2, 8)[index] ?? 0, 3, index % 4 === 0 ? 1 : 0],
  }));
  return renderToStaticMarkup(
    <>
      <BarsOverTime
        {...time}
        id="received"
        heading="Received"
        href="/assess"
        unit={{ one: 'application', many: 'applications' }}
        series={[{ name: 'Received', values: numbers(kind, 5, 6) }]}
      />
      <BarsOverTime
        {...time}
        id="split"
        heading="Whose days"
        marks={marks}
        unit={{ one: 'working day', many: 'working days' }}
        series={[
          { name: 'Supplier', values: numbers(kind, 3, 3) },
          { name: 'Assessor', values: numbers(kind, 2, 2) },
          { name: 'Second person', values: numbers(kind, 1, 1) },
          { name: 'Nobody', values: numbers(kind, 1, 2) },
        ]}
      />
      <LinesOverTime
        {...time}
        id="days"
        heading="Days to first response"
        level={3}
        marks={marks}
        unit={{ one: 'working day', many: 'working days' }}
        target={{ values: time.points.map(() => 10), label: 'Target: 10 working days' }}
        series={[
          { name: 'Median', values: numbers(kind, 3, 2) },
          { name: '80th percentile', values: numbers(kind, 8, 2) },
        ]}
      />
      <LinesOverTime
        {...time}
        id="first-time"
        heading="Approved first time"
        unit="percent"
        series={[{ name: 'Approved first time', values: numbers(kind, 40, 10) }]}
      />
      <RankedBars
        id="reasons"
        heading="Reasons"
        sentence="Most: No penetration test, 12 of 40 applications (30%)."
        rows={rows.map((row) => ({ ...row, values: row.values.slice(0, 1) }))}
        series={['Times given']}
        unit={{ one: 'time', many: 'times' }}
        rowName="Reason"
      />
      <RankedBars
        id="people"
        heading="Open cases"
        sentence="Three people have more than ten."
        rows={rows}
        series={['Late', 'Due soon', 'Newer']}
        unit={{ one: 'application', many: 'applications' }}
        rowName="Assessor"
      />
    </>,
  );
}

/** What dashboards share beside the charts, as it is usually and with everything wrong. */
export function renderParts(query: Record<string, string>): string {
  const people = ['1', '2'].map((digit) => ({
    id: '00000000-0000-4000-8000-000000000000'.replaceAll('0', digit),
    name: `Assessor ${digit}`,
  }));
  const unit = { one: 'application', many: 'applications' };
  return renderToStaticMarkup(
    <>
      <BigFigures
        label="In short"
        figures={[
          { id: 'late', label: 'Late', value: 3, unit, href: '/assess', trouble: true },
          { id: 'none', label: 'Unassigned', value: 0, unit, href: '/assess', trouble: true },
          {
            ...{ id: 'median', label: 'Median to first response', value: 7.5 },
            ...{ unit: { one: 'working day', many: 'working days' } },
            sentence: 'Up from 5 in the 12 weeks before.',
          },
          { id: 'share', label: 'Approved first time', value: null, unit: 'percent' },
        ]}
      />
      <DashboardFilters
        path="/manage"
        reading={readDashboardFilters(query, '2026-11-23', { assessors: people })}
        assessors={people}
      />
      <CountedAt asOf={null} now={new Date('2026-11-23T10:32:00Z')} />
      <DownloadLinks what="days to first response" path="/manage" />
    </>,
  );
}
