import { expect, test } from 'vitest';
import { finishedAnswers } from '@/lib/testing/answers';
import { readAnswers } from './completeness';
import { type ContradictionCode, contradictions } from './contradictions';
import type { QuestionId } from './questions/types';

const today = '2026-11-23';
type Changes = Partial<Record<QuestionId, Record<string, string>>>;
const found = (changes: Changes) =>
  contradictions(readAnswers(finishedAnswers(changes), { today }), today);

const no = { choice: 'no' };
const status = (level: string, edition = '25/26') => ({ 'dspt-status': { level, edition } });
const on = (day: string, month: string, year = '2026') => ({
  'dspt-published-on': {
    'publishedOn-day': day,
    'publishedOn-month': month,
    'publishedOn-year': year,
  },
});
const certificate = (year: string) => ({
  certificateNumber: 'IS 1234',
  certificateBody: 'A body',
  certificateScope: 'Hosting',
  'certificateExpiresOn-day': '22',
  'certificateExpiresOn-month': '11',
  'certificateExpiresOn-year': year,
});

test('careful answers contradict nothing', () => expect(found({})).toEqual([]));

test.each([
  ['published on the last day, in time', on('30', '6'), []],
  ['published a day late, said in time', on('1', '7'), ['in_time_but_late']],
  ['published late and said so', { ...on('1', '7'), 'dspt-within-deadline': no }, []],
  ['published in time, said late', { 'dspt-within-deadline': no }, ['late_but_in_time']],
  [
    'nothing published, though in time, compliant and dated',
    status('not_published', ''),
    ['in_time_but_not_published', 'compliant_but_below', 'not_published_but_dated'],
  ],
  ['below, said compliant', status('approaching_standards'), ['compliant_but_below']],
  ['below and said so', { ...status('standards_not_met'), 'dspt-compliant': no }, []],
  ['passing, said not compliant', { 'dspt-compliant': no }, ['not_compliant_but_passes']],
  [
    'an old edition, published in its time',
    { ...status('standards_met', '24/25'), ...on('12', '6', '2025') },
    ['in_time_but_stale', 'compliant_but_stale'],
  ],
  ['the next edition already', { ...status('standards_met', '26/27'), ...on('1', '11') }, []],
  ['a date before the edition began', on('29', '6', '2025'), ['date_outside_edition']],
  [
    'a certificate without an ISMS',
    { isms: { ...no, ...certificate('2027') } },
    ['no_isms_but_certificate'],
  ],
  ['a certificate that runs out today or later', { isms: certificate('2027') }, []],
  ['a certificate that ran out', { isms: certificate('2026') }, ['certificate_expired']],
] as [string, Changes, ContradictionCode[]][])('%s', (_, changes, codes) => {
  expect(found(changes).map(({ code }) => code)).toEqual(codes);
});

test('the sentence names both facts, and no full stop ends it', () => {
  expect(found(on('1', '7'))[0]?.message).toBe(
    'Q.1 says yes, but the date in Q.2.2, 1 July 2026, is after the 25/26 deadline, 30 June 2026',
  );
});

test('what is not finished is not judged', () => {
  expect(contradictions({}, today)).toEqual([]);
  const half = finishedAnswers({ ...on('1', '7'), 'dspt-within-deadline': { details: '' } });
  expect(contradictions(readAnswers(half, { today }), today)).toEqual([]);
});
