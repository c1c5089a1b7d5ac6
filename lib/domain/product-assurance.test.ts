import { expect, test } from 'vitest';
import { finishedAnswers } from '@/lib/testing/answers';
import { readAnswers } from './completeness';
import { type ApprovalBasis, clearanceLine } from './product-assurance';
import type { QuestionId } from './questions/types';

const today = '2026-11-23';
type Changes = Partial<Record<QuestionId, Record<string, string>>>;
const basis = (changes: Changes = {}, more: Partial<ApprovalBasis> = {}): ApprovalBasis => ({
  values: readAnswers(finishedAnswers(changes), { today }),
  agreementSignedOn: null,
  certificateReliedOn: false,
  beganOn: today,
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

test('staff read of the supplier’s status, not of theirs', () => {
  const { sentence } = clearanceLine(basis(), today, 'the');
  expect(sentence).toBe('Assured until 30 June 2027, because the 25/26 DSPT status runs out then');
});
