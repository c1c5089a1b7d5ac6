import { describe, expect, test } from 'vitest';
import { type AnswerChanges, frozenWith } from '@/lib/testing/frozen';
import type { PlainDate } from './dates';
import { type FlagCode, flagsOf, isNothingGiven } from './flags';
import { QUESTION_IDS, type QuestionId } from './questions/types';

const flags = (
  changes: AnswerChanges,
  id: QuestionId,
  submittedOn: PlainDate = '2026-11-20',
  today: PlainDate = '2026-11-23',
) => flagsOf(frozenWith(changes), { submittedOn, today }).get(id) ?? [];
/** Without contradictions, which other answers take part in. */
const own = (...args: Parameters<typeof flags>) =>
  flags(...args).filter((flag) => flag.code !== 'contradiction');
const published = (date: PlainDate) => {
  const [year = '', month = '', day = ''] = date.split('-');
  return {
    'publishedOn-day': day,
    'publishedOn-month': month,
    'publishedOn-year': year,
  };
};

test('a careful supplier gets no flag at all', () => {
  const all = flagsOf(frozenWith(), { submittedOn: '2026-11-20', today: '2026-11-23' });
  expect([...all.values()].flat()).toEqual([]);
  expect(all.size).toBe(QUESTION_IDS.length);
});

test.each<[string, AnswerChanges, QuestionId, FlagCode, RegExp]>([
  ['placeholder', { isms: { details: 'n/a' } }, 'isms', 'nothing_given', /The details say nothing/],
  [
    '49 characters',
    { 'euo-process': { details: 'x'.repeat(49) } },
    'euo-process',
    'details_short',
    /49 characters long, under 50/,
  ],
  [
    'below standards met',
    { 'dspt-status': { level: 'approaching_standards' } },
    'dspt-status',
    'below_standards_met',
    /‘Approaching Standards’ is below Standards Met/,
  ],
  [
    'not published',
    { 'dspt-status': { level: 'not_published', edition: '' } },
    'dspt-status',
    'not_published',
    /published no status/,
  ],
  [
    'stale edition',
    { 'dspt-status': { edition: '24/25' } },
    'dspt-status',
    'edition_stale',
    /The 24\/25 edition is stale: 25\/26 has been required since its deadline, 30 June 2026/,
  ],
  [
    'published late',
    { 'dspt-published-on': published('2026-07-01') },
    'dspt-published-on',
    'published_late',
    /Published after the 25\/26 deadline, 30 June 2026/,
  ],
  [
    'outside the edition',
    { 'dspt-published-on': published('2025-06-29') },
    'dspt-published-on',
    'publication_implausible',
    /29 June 2025 is outside the 25\/26 edition.*30 June 2025 and 30 June 2027/,
  ],
  [
    'in the future',
    { 'dspt-published-on': published('2026-11-24') },
    'dspt-published-on',
    'publication_in_future',
    /24 November 2026 was in the future/,
  ],
  [
    'certificate expired',
    {
      isms: {
        certificateNumber: 'IS 1',
        certificateBody: 'Body',
        certificateScope: 'All',
        'certificateExpiresOn-day': '1',
        'certificateExpiresOn-month': '11',
        'certificateExpiresOn-year': '2026',
      },
    },
    'isms',
    'certificate_expired',
    /expired on 1 November 2026/,
  ],
])('%s is flagged in words', (_, changes, id, code, words) => {
  const found = flags(changes, id);
  expect(found.map((flag) => flag.code)).toContain(code);
  const flag = found.find((each) => each.code === code);
  expect(flag?.message).toMatch(words);
  expect(flag?.when).toBe('both');
});

test('a contradiction is flagged at each question that it is about, once', () => {
  const all = flagsOf(frozenWith({ 'dspt-status': { level: 'approaching_standards' } }), {
    submittedOn: '2026-11-20',
    today: '2026-11-23',
  });
  const contradiction = {
    code: 'contradiction',
    contradiction: 'compliant_but_below',
    message: expect.stringContaining('Q.2 says yes'),
    when: 'both',
  };
  expect(all.get('dspt-compliant')).toEqual([contradiction]);
  expect(all.get('dspt-status')?.[0]).toEqual(contradiction);
  const outside = flags({ 'dspt-published-on': published('2025-06-29') }, 'dspt-published-on');
  expect(outside.map((flag) => flag.code)).toEqual(['publication_implausible']);
});

describe('two days of judgement', () => {
  const stale = { 'dspt-status': { edition: '24/25' } } satisfies AnswerChanges;

  test('an edition that went stale since is flagged for today', () => {
    expect(own(stale, 'dspt-status', '2026-06-25', '2026-06-30')).toEqual([]);
    expect(own(stale, 'dspt-status', '2026-06-25', '2026-07-03')).toMatchObject([
      { code: 'edition_stale', when: 'today' },
    ]);
  });

  test('a date that was in the future is told as such when it has come', () => {
    const changes = { 'dspt-published-on': published('2026-11-22') };
    expect(own(changes, 'dspt-published-on')).toMatchObject([
      { code: 'published_late', when: 'both' },
      { code: 'publication_in_future', when: 'submission' },
    ]);
  });

  test('late on the first day after the deadline, not on it', () => {
    const on = (date: PlainDate) =>
      own({ 'dspt-published-on': published(date) }, 'dspt-published-on').map(({ code }) => code);
    expect(on('2026-06-30')).toEqual([]);
    expect(on('2026-07-01')).toEqual(['published_late']);
  });
});

test('50 characters are enough, spaces around them not counted', () => {
  expect(flags({ isms: { details: `  ${'x'.repeat(50)}  ` } }, 'isms')).toEqual([]);
  expect(flags({ isms: { details: `${'x'.repeat(49)}   ` } }, 'isms')).toHaveLength(1);
});

test.each(['', ' \n', '...', '-', 'N/A', 'n.a.', 'None.', 'TBC', 'see above', '👍'])(
  '%j gives nothing',
  (details) => expect(isNothingGiven(details)).toBe(true),
);
test.each(['We check.', 'No one checks', 'ISO 27001', 'Нет', '7'])(
  '%j gives something',
  (details) => expect(isNothingGiven(details)).toBe(false),
);
