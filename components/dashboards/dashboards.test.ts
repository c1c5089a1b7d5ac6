import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { readDashboardFilters } from '@/lib/domain/dashboard-filters';
import { BigFigures } from './big-figures';
import { CountedAt } from './counted-at';
import { DashboardFilters } from './dashboard-filters';
import { DownloadLinks } from './download-links';

const ID = '11111111-1111-4111-8111-111111111111';

describe('the filters of a dashboard', () => {
  const shown = (query: Record<string, string>) =>
    renderToStaticMarkup(
      createElement(DashboardFilters, {
        path: '/manage/flow',
        reading: readDashboardFilters(query, '2026-11-23'),
        assessors: [
          { id: ID, name: 'Ada' },
          { id: ID.replaceAll('1', '2'), name: 'Ben' },
        ],
      }),
    );

  it('say which days are shown', () => {
    expect(shown({})).toContain('Shown: 7 September 2026 to 23 November 2026, by week.');
    expect(shown({})).not.toContain('There is a problem');
    expect(shown({})).not.toContain('whole');
    expect(shown({ time: 'months', from: '10 2026', to: '10 2026', by: 'week' })).toContain(
      'Shown: 28 September 2026 to 1 November 2026, by week. Every week is shown whole.',
    );
  });

  it('say what is wrong above them and beside the field, and keep what was typed', () => {
    const html = shown({ time: 'months', from: '2026-13', to: '2026-10' });
    expect(html).toMatch(/There is a problem.*href="#filter-from">The first month must be a real/s);
    expect(html).toMatch(/id="filter-from-error".*The first month must be a real/s);
    expect(html).toMatch(/<input[^>]*id="filter-from"[^>]*value="2026-13"/);
    expect(html).toContain('Shown instead: 7 September 2026 to 23 November 2026');
  });

  it('keep a choice that this page does not offer', () => {
    expect(shown({ supplier: ID })).toMatch(/<input type="hidden"[^>]*name="supplier" value="1111/);
    expect(shown({ assessor: ID })).not.toContain('type="hidden" name="assessor"');
    expect(shown({ assessor: ID })).toContain(`<option value="${ID}" selected="">Ada</option>`);
  });

  it('lead to no field that is not there', () => {
    const html = shown({ supplier: 'nobody' });
    expect(html).toContain('<li>Choose a supplier from the list');
    expect(html).not.toContain('name="supplier"');
  });
});

describe('big figures', () => {
  const shown = (value: number | null, trouble = true) =>
    renderToStaticMarkup(
      createElement(BigFigures, {
        label: 'In short',
        figures: [
          {
            ...{ id: 'late', label: 'Late', value, trouble, href: '/manage?due=late' },
            ...{ unit: { one: 'application', many: 'applications' }, sentence: 'Up from 2.' },
          },
        ],
      }),
    );

  it('are read as a name with its number, and open the list', () => {
    expect(shown(3)).toMatch(/href="\/manage\?due=late".*>Late, 3 applications</);
    expect(shown(3)).toContain('app-figures__link--trouble');
    expect(shown(3)).toContain('Up from 2.');
  });

  it('are no trouble at zero, and no zero where nothing is known', () => {
    expect(shown(0)).not.toContain('--trouble');
    expect(shown(null)).toContain('Late, not known');
    expect(shown(null)).toContain('>–<');
  });
});

describe('how old the numbers are', () => {
  const now = new Date('2026-11-23T10:32:00Z');
  const said = (asOf: Date | null) => renderToStaticMarkup(createElement(CountedAt, { asOf, now }));

  it('is said by the time, and by the day where it is not today', () => {
    expect(said(null)).toContain('Counted at 10:32am.');
    expect(said(new Date('2026-11-23T09:05:00Z'))).toContain('Counted up to 9:05am. What happened');
    expect(said(new Date('2026-11-20T09:05:00Z'))).toContain(
      'Counted up to 20 November 2026, 9:05am.',
    );
  });
});

it('a table is taken away as it is filtered', () => {
  const html = renderToStaticMarkup(
    createElement(DownloadLinks, {
      ...{ what: 'flow', path: '/manage/flow/download', query: '?time=6-months' },
    }),
  ).replaceAll('&amp;', '&');
  expect(html).toContain('href="/manage/flow/download?time=6-months&format=csv"');
  expect(html).toMatch(/format=xlsx"[^>]*>Excel \(XLSX\)<span[^>]*> of flow</);
});
