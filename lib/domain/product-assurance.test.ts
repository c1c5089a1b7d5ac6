import { expect, test } from 'vitest';
import { finishedAnswers } from '@/lib/testing/answers';
import { readAnswers } from './completeness';
import type { Edition, LevelId } from './dspt';
import { type ApprovalBasis, clearanceLine } from './product-assurance';
import type { QuestionId } from './questions/types';

const today = '2026-11-23';
type Changes = Partial<Record<QuestionId, Record<string, string>>>;
const basis = (changes: Changes = {}, more: Partial<ApprovalBasis> = {}): ApprovalBasis => ({
  values: readAnswers(finishedAnswers(changes), { today }),
  agreementSignedOn: null,
  certificateReliedOn: false,
  beganOn: today,
  shown: null,
  ...more,
});
const certificate = {
  ...{ certificateNumber: 'IS 1', certificateBody: 'A body', certificateScope: 'All' },
  ...{ 'certificateExpiresOn-day': '1', 'certificateExpiresOn-month': '2' },
  'certificateExpiresOn-year': '2027',
};

test('without an approval in force nothing is cleared', () => {
  expect(clearanceLine(null, today)).toEqual({ cleared: false, sentence: 'Not cleared for live' });
});

test.each([
  [
    basis(),
    today,
    true,
    'Assured until 30 June 2027, because your 25/26 DSPT status runs out then',
  ],
  [
    basis(),
    '2027-07-01',
    false,
    'Was assured until 30 June 2027, because your 25/26 DSPT status ran out then',
  ],
  [
    basis({ isms: certificate }),
    today,
    true,
    'Assured until 30 June 2027, because your 25/26 DSPT status runs out then',
  ],
  [
    basis({ isms: certificate }, { certificateReliedOn: true }),
    today,
    true,
    'Assured until 1 February 2027, because your ISMS certificate expires then',
  ],
  [
    basis({}, { agreementSignedOn: '2026-10-01', certificateReliedOn: true }),
    today,
    true,
    'Assured until 30 June 2027, because your 25/26 DSPT status runs out then',
  ],
  [basis({ 'dspt-status': { level: 'standards_not_met' } }), today, false, 'Not cleared for live'],
] as const)('%#', (facts, on, cleared, sentence) => {
  expect(clearanceLine(facts, on)).toEqual({ cleared, sentence });
});

const shown = (edition: Edition | null, level: LevelId | null = 'standards_met') => ({
  shown: { ...{ edition, level }, asOf: '2027-07-01' as const },
});
const declared = (until = '30 June 2027', because = 'your 25/26 DSPT status runs out then') =>
  `Assured until ${until}, because ${because}`;
const extended = (edition: Edition, until: string) =>
  declared(
    until,
    `your ${edition} DSPT status, which the register of 1 July 2027 shows, runs out then`,
  );

test.each([
  ['a newer status that passes extends it', {}, shown('26/27'), extended('26/27', '30 June 2028')],
  [
    'so does the better level, and an edition after the next',
    ...([{}, shown('27/28', 'standards_exceeded'), extended('27/28', '30 June 2029')] as const),
  ],
  ['the edition that was declared adds nothing', {}, shown('25/26'), declared()],
  ['an older one never shortens it', {}, shown('24/25'), declared()],
  ['nor does the last one before the toolkit’s name', {}, shown('18/19'), declared()],
  [
    'a newer one below standards met counts for nothing',
    {},
    shown('26/27', 'standards_not_met'),
    declared(),
  ],
  [
    'nor does one that is approaching them',
    {},
    shown('26/27', 'approaching_standards'),
    declared(),
  ],
  ['nor one that is not published', {}, shown('26/27', 'not_published'), declared()],
  ['nor a level that is not recognised', {}, shown('26/27', null), declared()],
  ['nor a status without an edition', {}, shown(null), declared()],
  [
    'the agreement’s anniversary still comes first',
    { agreementSignedOn: '2026-08-10' },
    shown('26/27'),
    declared('10 August 2027', 'your connection agreement has its anniversary then'),
  ],
] as const)('of the register: %s', (_, more, status, sentence) => {
  expect(clearanceLine(basis({}, { ...more, ...status }), today)).toEqual({
    cleared: true,
    sentence,
  });
});

test('what the register shows clears nothing that was not declared', () => {
  for (const changes of [{ level: 'standards_not_met' }, { level: 'approaching_standards' }])
    expect(clearanceLine(basis({ 'dspt-status': changes }, shown('26/27')), today).cleared).toBe(
      false,
    );
});

test.each([
  ['2028-06-30', true, extended('26/27', '30 June 2028')],
  [
    ...(['2028-07-01', false] as const),
    extended('26/27', '30 June 2028').replace('Assured', 'Was assured').replace('runs', 'ran'),
  ],
] as const)('what was extended ends too: on %s', (on, cleared, sentence) => {
  expect(clearanceLine(basis({}, shown('26/27')), on)).toEqual({ cleared, sentence });
});

test('staff read of the supplier’s status, not of theirs', () => {
  const { sentence } = clearanceLine(basis(), today, 'the');
  expect(sentence).toBe('Assured until 30 June 2027, because the 25/26 DSPT status runs out then');
});
