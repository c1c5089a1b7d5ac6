import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, type PlainDate } from './dates';
import {
  currentUntil,
  type DsptClaim,
  deadlineOf,
  type Edition,
  editionOf,
  editionsOffered,
  isCurrent,
  isKnownEdition,
  isPublicationPlausible,
  isPublishedLate,
  judgeDspt,
  LEVELS,
  type LevelId,
  nextEdition,
  parseEdition,
  previousEdition,
  publicationWindow,
  requiredEdition,
} from './dspt';

const anyDay = fc
  .integer({ min: 0, max: 365 * 60 })
  .map((days) => addDays('2019-04-01', days) as PlainDate);
const anyEdition = fc.integer({ min: 2018, max: 2090 }).map(editionOf);

describe('editions', () => {
  test.each([
    ['25/26', '25/26'],
    [' 09/10 ', '09/10'],
    ['99/00', '99/00'],
    ['25/27', null],
    ['26/25', null],
    ['25-26', null],
    ['2025/26', null],
    ['5/6', null],
    ['\uff12\uff15/26', null],
    ['', null],
  ])('parseEdition %j', (text, edition) => expect(parseEdition(text)).toBe(edition));

  test.each([
    ['18/19', '2019-03-31', '2020-09-30'],
    ['19/20', '2020-09-30', '2021-06-30'],
    ['20/21', '2021-06-30', '2022-06-30'],
    ['25/26', '2026-06-30', '2027-06-30'],
  ] as const)('%s: deadline and currency', (edition, deadline, until) => {
    expect(deadlineOf(edition)).toBe(deadline);
    expect(currentUntil(edition)).toBe(until);
  });

  test.each([
    ['2019-03-31', '17/18'],
    ['2019-04-01', '18/19'],
    ['2020-07-01', '18/19'],
    ['2020-09-30', '18/19'],
    ['2020-10-01', '19/20'],
    ['2026-06-30', '24/25'],
    ['2026-07-01', '25/26'],
    ['2026-11-22', '25/26'],
    ['2027-06-30', '25/26'],
  ] as const)('on %s %s is required', (on, edition) => expect(requiredEdition(on)).toBe(edition));

  it('offers all that exist, newest first', () => {
    expect(editionsOffered('2026-11-22')).toEqual(
      '26/27 25/26 24/25 23/24 22/23 21/22 20/21 19/20 18/19'.split(' '),
    );
    expect(editionsOffered('2026-06-30')[0]).toBe('25/26');
    fc.assert(
      fc.property(anyDay, (on) => {
        const offered = editionsOffered(on);
        expect(offered).toContain(requiredEdition(on));
        expect(offered.every((edition) => isKnownEdition(edition, on))).toBe(true);
        const beyond = nextEdition(offered[0] ?? '18/19');
        expect(isKnownEdition(beyond, on)).toBe(false);
      }),
    );
  });

  it('goes forward and back, and never back with the days', () => {
    fc.assert(
      fc.property(anyEdition, (edition) => {
        expect(previousEdition(nextEdition(edition))).toBe(edition);
        expect(parseEdition(edition)).toBe(edition);
        expect(isCurrent(edition, currentUntil(edition))).toBe(true);
        expect(isCurrent(edition, addDays(currentUntil(edition), 1))).toBe(false);
      }),
    );
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 800 }), (day, later) => {
        const [now, then] = [requiredEdition(day), requiredEdition(addDays(day, later))];
        expect(now <= then).toBe(true);
        expect(deadlineOf(now) < day && day <= deadlineOf(nextEdition(now))).toBe(true);
      }),
    );
    fc.assert(
      fc.property(anyDay, anyEdition, (day, edition) => {
        const current = day <= currentUntil(edition) && isKnownEdition(edition, day);
        expect(isCurrent(edition, day)).toBe(current);
      }),
    );
  });
});

test.each([
  ['25/26', '2026-06-30', false, true],
  ['25/26', '2026-07-01', true, true],
  ['25/26', '2025-06-30', false, true],
  ['25/26', '2025-06-29', false, false],
  ['25/26', '2027-06-30', true, true],
  ['25/26', '2027-07-01', true, false],
  ['18/19', '2019-04-01', true, true],
  ['19/20', '2020-09-30', false, true],
  ['19/20', '2019-03-30', false, false],
] as const)('%s published on %s: late %s, plausible %s', (edition, on, late, plausible) => {
  expect(isPublishedLate(edition, on)).toBe(late);
  expect(isPublicationPlausible(edition, on)).toBe(plausible);
  const { from, to } = publicationWindow(edition);
  expect(on >= from && on <= to).toBe(plausible);
});

describe('judgeDspt', () => {
  type Row = [LevelId | null, Edition | null, PlainDate | null, PlainDate, string, string];
  const rows: Row[] = [
    ['standards_met', '25/26', '2026-06-01', '2026-11-22', 'passes', ''],
    ['standards_exceeded', '26/27', '2026-10-01', '2026-11-22', 'passes', ''],
    ['standards_met', '25/26', '2026-07-02', '2026-11-22', 'passes', 'published_late'],
    ['standards_met', '24/25', '2025-06-01', '2026-06-25', 'passes', ''],
    ['standards_met', '24/25', '2025-06-01', '2026-07-03', 'stale', 'edition_stale'],
    ['standards_met', null, '2026-06-01', '2026-11-22', 'stale', 'edition_missing'],
    ['standards_met', '27/28', '2026-06-01', '2026-11-22', 'unrecognised', 'edition_unknown'],
    ['not_published', null, null, '2026-11-22', 'not_published', 'not_published'],
    ['not_published', '25/26', '2026-07-09', '2026-11-22', 'not_published', 'not_published'],
    [null, '25/26', '2026-06-01', '2026-11-22', 'unrecognised', 'level_unrecognised'],
    ['standards_met', '25/26', null, '2026-11-22', 'passes', 'publication_date_missing'],
    ['standards_met', '25/26', '2024-01-01', '2026-11-22', 'passes', 'publication_implausible'],
    [
      'approaching_standards',
      '24/25',
      '2025-07-01',
      '2026-11-22',
      'below_standards_met',
      'below_standards_met edition_stale published_late',
    ],
    [
      'standards_not_met',
      '25/26',
      '2027-07-01',
      '2026-11-22',
      'below_standards_met',
      'below_standards_met published_late publication_implausible publication_in_future',
    ],
  ];
  test.each(rows)('%s %s of %s on %s', (level, edition, publishedOn, on, verdict, reasons) => {
    const judged = judgeDspt({ level, edition, publishedOn }, on);
    expect(judged.verdict).toBe(verdict);
    expect(judged.reasons.join(' ')).toBe(reasons);
    expect(judged.late).toBe(judged.reasons.includes('published_late'));
    expect(judged.implausible).toBe(judged.reasons.includes('publication_implausible'));
  });

  it('passes exactly the two levels of a current edition, whatever the date of publication', () => {
    const claim = fc.record({
      level: fc.constantFrom(...(Object.keys(LEVELS) as LevelId[]), null),
      edition: fc.option(anyEdition),
      publishedOn: fc.option(anyDay),
    });
    fc.assert(
      fc.property(claim, anyDay, (given: DsptClaim, on) => {
        const { level, edition } = given;
        const current = edition !== null && isCurrent(edition, on);
        const passes = level !== null && LEVELS[level].passes && current;
        const { verdict, reasons } = judgeDspt(given, on);
        expect(verdict === 'passes').toBe(passes);
        if (!passes) expect(reasons.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
