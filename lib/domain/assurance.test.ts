import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type AssuranceFacts, assuredUntil, describeAssurance, nextAnniversary } from './assurance';
import { addDays, daysBetween, isAfter, type PlainDate } from './dates';

const facts = (given: Partial<AssuranceFacts>): AssuranceFacts => ({
  editionCurrentUntil: '2027-06-30',
  agreementSignedOn: null,
  certificateExpiresOn: null,
  certificateReliedOn: false,
  ...given,
});

test.each([
  ['2026-02-10', '2026-11-22', '2027-02-10'],
  ['2026-11-22', '2026-11-22', '2027-11-22'],
  ['2025-11-22', '2026-11-22', '2027-11-22'],
  ['2025-11-23', '2026-11-22', '2026-11-23'],
  ['2024-02-29', '2026-11-22', '2027-02-28'],
  ['2024-02-29', '2027-02-28', '2028-02-29'],
  ['2027-01-05', '2026-11-22', '2028-01-05'],
] as const)('signed on %s, after %s comes %s', (signed, after, next) => {
  expect(nextAnniversary(signed, after)).toBe(next);
});

describe('assuredUntil', () => {
  const on: PlainDate = '2026-11-22';
  test.each([
    [{}, '2027-06-30', 'dspt_edition'],
    [{ agreementSignedOn: '2026-02-10' }, '2027-02-10', 'agreement_anniversary'],
    [{ agreementSignedOn: '2026-08-10' }, '2027-06-30', 'dspt_edition'],
    [{ certificateExpiresOn: '2027-01-01' }, '2027-06-30', 'dspt_edition'],
    [
      { certificateExpiresOn: '2027-01-01', certificateReliedOn: true },
      '2027-01-01',
      'certificate',
    ],
    [{ certificateReliedOn: true }, '2027-06-30', 'dspt_edition'],
    [{ agreementSignedOn: '2026-06-30' }, '2027-06-30', 'dspt_edition'],
  ] as const)('%j', (given, until, cause) => {
    expect(assuredUntil(facts(given), on)).toEqual({ until, cause });
  });

  it('assures nothing without a passing status', () => {
    const given = facts({ editionCurrentUntil: null, agreementSignedOn: '2026-02-10' });
    expect(assuredUntil(given, on)).toBeNull();
  });

  it('is never later than any of its causes, and an anniversary never more than 366 days off', () => {
    const day = fc.nat({ max: 4000 }).map((days) => addDays('2020-01-01', days));
    fc.assert(
      fc.property(day, day, day, day, (edition, signed, expires, decided) => {
        const given = facts({
          editionCurrentUntil: edition,
          agreementSignedOn: signed,
          certificateExpiresOn: expires,
          certificateReliedOn: true,
        });
        const until = assuredUntil(given, decided)?.until ?? '2100-01-01';
        const anniversary = nextAnniversary(signed, decided);
        expect(until <= edition && until <= expires && until <= anniversary).toBe(true);
        expect([edition, expires, anniversary]).toContain(until);
        const later = isAfter(signed, decided) ? signed : decided;
        expect(anniversary > decided).toBe(true);
        expect(daysBetween(later, anniversary)).toBeLessThanOrEqual(366);
      }),
    );
  });
});

test.each([
  [
    'dspt_edition',
    '2026-11-22',
    'Assured until 30 June 2027, because your 25/26 DSPT status runs out then',
  ],
  [
    'agreement_anniversary',
    '2027-06-30',
    'Assured until 30 June 2027, because your connection agreement has its anniversary then',
  ],
  [
    'certificate',
    '2027-07-01',
    'Was assured until 30 June 2027, because your ISMS certificate expired then',
  ],
] as const)('the sentence for %s on %s', (cause, today, sentence) => {
  const words = { edition: '25/26', shownAsOf: null, whose: 'your', today } as const;
  expect(describeAssurance({ until: '2027-06-30', cause }, words)).toBe(sentence);
});

test('the sentence for staff, where the edition is not known', () => {
  const words = { edition: null, shownAsOf: null, whose: 'the', today: '2026-11-22' } as const;
  expect(describeAssurance({ until: '2027-06-30', cause: 'dspt_edition' }, words)).toBe(
    'Assured until 30 June 2027, because the DSPT status runs out then',
  );
});
