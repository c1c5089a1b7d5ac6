import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Choices,
  dashboardQuery,
  monthWords,
  readDashboardFilters,
  readTypedMonth,
  spanWords,
} from './dashboard-filters';

// A Monday.
const TODAY = '2026-11-23';
const ID = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';

const read = (query: string, choices?: Choices) =>
  readDashboardFilters(Object.fromEntries(new URLSearchParams(query)), TODAY, choices);
const span = (query: string) => {
  const { filters } = read(query);
  return [filters.from, filters.to, filters.period];
};
const messages = (query: string, choices?: Choices) =>
  read(query, choices).problems.map(({ field, message }) => `${field}: ${message}`);

describe('the time', () => {
  it.each([
    ['', '2026-09-07', '2026-11-23', 'week'],
    ['time=12-weeks', '2026-09-07', '2026-11-23', 'week'],
    ['time=6-months', '2026-06-01', '2026-11-23', 'month'],
    ['time=12-months', '2025-12-01', '2026-11-23', 'month'],
    ['time=12-months&by=week', '2025-12-01', '2026-11-23', 'week'],
    ['time=months&from=2026-02&to=2026-02', '2026-02-01', '2026-02-28', 'month'],
    ['time=months&from=2026-10&to=2026-11', '2026-10-01', '2026-11-23', 'month'],
    // Whole weeks and months, also where they begin before and end after the time that was chosen.
    ['time=months&from=2026-10&to=2026-10&by=week', '2026-09-28', '2026-11-01', 'week'],
    ['time=months&from=2026-11&to=2026-11&by=week', '2026-10-26', '2026-11-23', 'week'],
    ['time=12-weeks&by=month', '2026-09-01', '2026-11-23', 'month'],
    ['time=months&from=2021-12&to=2026-11', '2021-12-01', '2026-11-23', 'month'],
    // Typed beside a preset they count, since whoever typed them wants them…
    ['time=12-weeks&from=3+2026&to=april+2026&was=12-weeks', '2026-03-01', '2026-04-30', 'month'],
    // …unless the preset was chosen in their place.
    ['time=6-months&from=3+2026&to=4+2026&was=months', '2026-06-01', '2026-11-23', 'month'],
  ])('of ?%s', (query, ...expected) => {
    expect(span(query)).toEqual(expected);
    expect(read(query).problems).toEqual([]);
  });

  it.each([
    ['time=for+ever', 'time: Choose a time from the list'],
    ['by=year', 'by: Choose weeks or months'],
    [
      'time=months&from=2026-13&to=2026-10',
      'from: The first month must be a real month, such as 3 2026',
    ],
    ['time=months&from=2026-10&to=soon', 'to: The last month must be a real month, such as 3 2026'],
    ['time=months&from=2026-10&to=2026-12', 'to: The last month must be November 2026 or earlier'],
    [
      'time=months&from=2026-10&to=2026-09',
      'from: The first month must be September 2026 or earlier',
    ],
    ['time=months&from=2021-11&to=2026-11', 'from: Choose 5 years or less'],
    ['to=2026-10', 'from: Enter the first month'],
    ['time=months&to=2026-10', 'from: Enter the first month'],
    ['from=1066-10&to=2026-10', 'from: The first month must be a real month, such as 3 2026'],
  ])('?%s is refused in words, and the usual is shown', (query, message) => {
    expect(messages(query)).toEqual([message]);
    expect(span(query)).toEqual(['2026-09-07', '2026-11-23', 'week']);
  });

  it('says of both months what is wrong with them', () => {
    expect(messages('time=months')).toEqual([
      'from: Enter the first month',
      'to: Enter the last month',
    ]);
  });

  it('is by month where there would be too many weeks', () => {
    const query = 'time=months&from=2025-01&to=2026-10&by=week';
    expect(messages(query)).toEqual(['by: Choose months: weeks are for 60 weeks at most']);
    expect(span(query)).toEqual(['2025-01-01', '2026-10-31', 'month']);
  });
});

describe('who and what', () => {
  it('are ids, of which those on a list are known', () => {
    const query = `assessor=${ID}&supplier=${ID}&product=${OTHER}`;
    const ids = { assessorId: ID, organisationId: ID, productId: OTHER };
    expect(read(query).filters).toMatchObject(ids);
    expect(read(query, { assessors: [{ id: ID }] })).toMatchObject({ filters: ids, problems: [] });
    expect(read('').filters).toMatchObject({
      ...{ assessorId: null, organisationId: null, productId: null },
    });
  });

  it.each([
    [
      'assessor=everybody',
      'assessor: Choose an assessor from the list: the one in the address is not known',
    ],
    [
      `assessor=${OTHER}`,
      'assessor: Choose an assessor from the list: the one in the address is not known',
    ],
    [
      "supplier='--",
      'supplier: Choose a supplier from the list: the one in the address is not known',
    ],
    ['product=1', 'product: Choose a product from the list: the one in the address is not known'],
  ])('?%s is said to be unknown', (query, message) => {
    const choices = { assessors: [{ id: ID }] };
    expect(messages(query, choices)).toEqual([message]);
    expect(read(query, choices).filters).toMatchObject({
      ...{ assessorId: null, organisationId: null, productId: null },
    });
  });
});

describe('what was typed', () => {
  it('stays in the fields, the wrong too', () => {
    expect(read('time=months&from=2026-13&to=next+week&by=year').values).toMatchObject({
      ...{ time: 'months', from: '2026-13', to: 'next week', by: 'year' },
    });
  });

  it('of months goes once a preset is chosen in their place', () => {
    const { values } = read('time=6-months&from=3+2026&to=4+2026&was=months');
    expect(values).toMatchObject({ time: '6-months', from: '', to: '', was: '6-months' });
    expect(read('from=3+2026&to=4+2026').values).toMatchObject({ time: 'months', was: 'months' });
  });

  it('is never so odd that a page fails', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('2026-00', '0 2026', '1e3', 'may 20266'));
    const value = fc.oneof(text, fc.array(text));
    const query = fc.dictionary(
      fc.constantFrom('time', 'from', 'to', 'by', 'assessor', 'supplier', 'product', 'was'),
      value,
    );
    fc.assert(
      fc.property(query, (typed) => {
        const { filters, values } = readDashboardFilters(typed, TODAY);
        expect(filters.from <= filters.to && filters.to <= TODAY).toBe(true);
        for (const each of Object.values(values)) expect(each.length).toBeLessThanOrEqual(40);
      }),
    );
  });
});

describe('dashboardQuery', () => {
  it.each([
    '',
    '?time=6-months',
    '?time=6-months&by=week',
    '?by=month',
    '?time=months&from=2026-10&to=2026-10&by=week',
    `?time=months&from=2026-02&to=2026-11&assessor=${ID}&supplier=${ID}&product=${OTHER}`,
  ])('says again what was read: %s', (query) => {
    expect(dashboardQuery(read(query).filters)).toBe(query);
  });

  it('leaves out what is usual or was refused', () => {
    expect(dashboardQuery(read('time=12-weeks&by=week&was=months').filters)).toBe('');
    expect(dashboardQuery(read('time=months&from=2026-13&by=year').filters)).toBe('');
  });
});

describe('months as people write them', () => {
  it.each([
    ...['2026-03', '2026/3', '03/2026', '3 2026', '3.2026', 'March 2026', ' mar  2026', 'MAR 2026'],
  ])('%s', (text) => {
    expect(readTypedMonth(text)).toBe('2026-03-01');
  });

  it.each([
    '',
    '3',
    '2026',
    '2026 2026',
    '13 2026',
    '0 2026',
    'ma 2026',
    'm 2026',
    '1 3 2026',
    'x 2026',
  ])('not %s', (text) => {
    expect(readTypedMonth(text)).toBeNull();
  });

  it('are said in full', () => {
    expect(readTypedMonth('sept 2026')).toBe('2026-09-01');
    expect(monthWords('2026-09-01')).toBe('September 2026');
    expect(spanWords({ from: '2026-09-07', to: TODAY })).toBe(
      '7 September 2026 to 23 November 2026',
    );
  });
});
