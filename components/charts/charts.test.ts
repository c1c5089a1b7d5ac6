import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { BarsOverTime } from './bars-over-time';
import { LinesOverTime } from './lines-over-time';
import { RankedBars } from './ranked-bars';
import type { TimeChart } from './types';

const chart: TimeChart = {
  id: 'received',
  heading: 'Received',
  sentence: '9 applications in all, most in July 2026: 5.',
  pointName: 'Month',
  unit: { one: 'application', many: 'applications' },
  points: [
    { label: 'June 2026', short: 'Jun 26', href: '/assess?month=2026-06' },
    { label: 'July 2026', short: 'Jul 26' },
    { label: 'August 2026', short: 'Aug 26' },
  ],
  series: [
    { name: 'First time', values: [4, 3, null] },
    { name: 'Again', values: [0, 2, null] },
  ],
};

/** The rows of the table, each the text of its cells as they are seen. */
const rowsOf = (html: string) =>
  [...html.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) =>
    [...row.matchAll(/<t([hd]).*?<\/t\1>/gs)].map(([cell]) =>
      cell.replace(/<span class="nhsuk-table__heading".*?<\/span>/g, '').replace(/<[^>]+>/g, ''),
    ),
  );
const bars = (more: Partial<TimeChart> = {}) =>
  renderToStaticMarkup(createElement(BarsOverTime, { ...chart, ...more }));
const heights = (html: string) =>
  [
    ...html.matchAll(
      /app-chart__bar--\d"[^>]*? x="[^"]+" y="[^"]+" width="[^"]+" height="([\d.]+)%"/g,
    ),
  ].map(([, height]) => height);

describe('bars over time', () => {
  it('have every number in the table, with what is not known called so', () => {
    expect(rowsOf(bars())).toEqual([
      ['Month', 'First time', 'Again', 'Total'],
      ['June 2026', '4', '0', '4'],
      ['July 2026', '3', '2', '5'],
      ['August 2026', 'Not known', 'Not known', 'Not known'],
    ]);
    expect(bars()).toMatch(
      /<th[^>]* scope="row".*?<a [^>]*href="\/assess\?month=2026-06">June 2026</,
    );
  });

  it('draw what is, leave out a zero, and outline a gap', () => {
    const html = bars();
    // Of an axis to 6: four, three and two.
    expect(heights(html).map((height) => Math.round(Number.parseFloat(height ?? '')))).toEqual([
      ...[67, 50, 33],
    ]);
    expect(html.match(/app-chart__gap/g)).toHaveLength(2);
    expect(html).toContain('Nothing known');
    expect(bars({ series: [{ name: 'First time', values: [4, 3, 0] }] })).not.toContain('__gap');
  });

  it('are an image with a name and a description', () => {
    expect(bars()).toMatch(
      /<svg[^>]*role="img" aria-label="Received" aria-describedby="received-sentence"/,
    );
    expect(bars()).toMatch(/id="received-sentence">9 applications in all/);
  });

  it('say that there is nothing to show, and open the list all the same', () => {
    const html = bars({ points: [], series: [], href: '/assess' });
    expect(html).toContain('There is nothing to show for this period.');
    expect(html).toContain('href="/assess"');
    expect(html).not.toMatch(/<svg|<details/);
  });

  it('explain a mark in words', () => {
    const html = bars({ marks: [{ before: 1, label: 'New wording from July' }] });
    expect(html).toMatch(/<text class="app-chart__letter"[^>]*>A<\/text>/);
    expect(html).toMatch(/<strong[^>]*>A<\/strong><span>New wording from July</);
  });
});

describe('lines over time', () => {
  const lines = renderToStaticMarkup(
    createElement(LinesOverTime, {
      ...chart,
      unit: { one: 'working day', many: 'working days' },
      target: { values: [10, 10, 12, 12], label: 'Target: 10 working days, later 12' },
      points: [...chart.points, { label: 'September 2026', short: 'Sep 26' }],
      series: [{ name: 'Median', values: [4, 3, null, 5] }],
    }),
  );

  it('break where nothing is known, and show what stands alone by a point', () => {
    expect(lines.match(/<polyline/g)).toHaveLength(2);
    expect(lines.match(/<circle/g)).toHaveLength(3);
    expect(lines).toContain('August 2026');
  });

  it('name the level they are held against', () => {
    expect(lines).toContain('Target: 10 working days, later 12');
    const drawn = lines.match(/<g class="app-chart__target">.*?<\/g>/g) ?? [];
    expect(drawn.map((each) => each.match(/<line/g)?.length)).toEqual([1, 2]);
    expect(drawn[0]).toContain('x1="0%" x2="50%"');
    expect(drawn[1]).toContain('x1="50%" x2="100%"');
    expect(lines).toMatch(/<th[^>]*>Target<\/th>/);
  });
});

describe('ranked bars', () => {
  const ranked = (values: number[][], series = ['Given']) =>
    renderToStaticMarkup(
      createElement(RankedBars, {
        ...{ id: 'reasons', heading: 'Reasons', sentence: '', series, rowName: 'Reason' },
        unit: { one: 'time', many: 'times' },
        rows: values.map((each, index) => ({
          ...{
            key: String(index),
            label: `Reason ${index}`,
            href: '/assess' as const,
            values: each,
          },
        })),
      }),
    );

  it('say each number with its unit, beside a link', () => {
    const html = ranked([[1200], [1]]);
    expect(html).toMatch(/href="\/assess">Reason 0<.*?1,200<span[^>]*> times</s);
    expect(html).toMatch(/Reason 1<.*?>1<span[^>]*> time</s);
  });

  it('keep the smallest to be seen beside one a thousand times as long', () => {
    const widths = [...ranked([[4000], [4], [0]]).matchAll(/width="([\d.]+)%"/g)];
    expect(widths.map(([, width]) => Number(width))).toEqual([100, 1.5]);
  });

  it('of several kinds tell them apart by more than colour', () => {
    const html = ranked([[1, 2, 3]], ['Late', 'Soon', 'Newer']);
    expect(html).toMatch(/id="reasons-look-2".*id="reasons-look-3"/s);
    expect(html.match(/fill="url\(#reasons-look-\d\)"/g)).toHaveLength(4);
    expect(rowsOf(html)[1]).toEqual(['Reason 0', '1', '2', '3', '6']);
  });
});

it('nothing of a chart is styled in its markup', () => {
  expect(bars({ marks: [{ before: 1, label: 'New' }] })).not.toMatch(/ style=/);
});
