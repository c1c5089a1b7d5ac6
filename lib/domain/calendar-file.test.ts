import { describe, expect, test } from 'vitest';
import { type CalendarProblem, calendarProblem, readCalendarFile } from './calendar-file';

const day = (date: string, title = 'Christmas Day') => ({ date, title, notes: '', bunting: true });
const list = (...events: unknown[]) => ({
  'england-and-wales': { division: 'england-and-wales', events },
  scotland: { division: 'scotland', events: [day('2027-11-30', 'St Andrew’s Day')] },
});
const read = (file: unknown) => readCalendarFile(JSON.stringify(file));

describe('a list of bank holidays', () => {
  test('gives the days of England and Wales in order, a weekend day as well', () => {
    expect(
      read(list(day('2027-12-27'), day('2027-12-25'), day('2027-01-01', ' New Year '))),
    ).toEqual({
      ok: true,
      days: [
        { date: '2027-01-01', title: 'New Year' },
        { date: '2027-12-25', title: 'Christmas Day' },
        { date: '2027-12-27', title: 'Christmas Day' },
      ],
    });
  });

  test('may begin with a byte order mark', () => {
    expect(readCalendarFile(`\uFEFF${JSON.stringify(list(day('2027-12-27')))}`).ok).toBe(true);
  });

  const many = Array.from({ length: 401 }, () => day('2027-12-27'));
  test.each<[string, unknown, CalendarProblem, string]>([
    ['a list of lists', [], 'shape', 'as GOV.UK publishes it'],
    ['nothing', null, 'shape', 'as GOV.UK publishes it'],
    ['a number', 7, 'shape', 'as GOV.UK publishes it'],
    ['no events', { 'england-and-wales': {} }, 'shape', 'as GOV.UK publishes it'],
    ['events of another kind', { 'england-and-wales': { events: 'x' } }, 'shape', 'GOV.UK'],
    ['Scotland alone', { scotland: { events: [] } }, 'no_division', '‘england-and-wales’'],
    ['no days', list(), 'no_days', 'at least one day'],
    ['too many', list(...many), 'many_days', 'It holds 401'],
    ['no title', list(day('2027-12-27'), { date: '2027-12-28' }), 'no_title', 'Day 2 of'],
    ['an empty title', list(day('2027-12-27', ' ')), 'no_title', 'Day 1 of'],
    ['a number for a day', list({ ...day(''), date: 20271227 }), 'no_title', 'Day 1 of'],
    ['31 June', list(day('2027-06-31')), 'not_real', '2027-06-31 of'],
    ['a day in another order', list(day('27/12/2027')), 'not_real', 'Day 1 of'],
    ['words for a day', list(day('<b>soon</b>')), 'not_real', 'Day 1 of'],
    ['a year mistyped', list(day('1927-12-27')), 'far', '1927-12-27'],
    [
      'a day twice',
      list(day('2027-12-27'), day('2027-12-27', 'Boxing Day')),
      'twice',
      '2027-12-27',
    ],
  ])('with %s is refused', (_, file, why, words) => {
    const answer = read(file);
    expect(answer).toMatchObject({ ok: false, why });
    if (!answer.ok) expect(calendarProblem(answer.why, answer.about)).toContain(words);
  });

  test.each(['', 'England', '{"england-and-wales":', '<html>'])('%j is no JSON', (text) => {
    expect(readCalendarFile(text)).toMatchObject({ ok: false, why: 'not_json' });
  });

  test('what is no day in an address is not said', () => {
    expect(calendarProblem('twice', 'Call 0123')).toBe(
      'One must be in the selected file once. It is there twice',
    );
  });
});
