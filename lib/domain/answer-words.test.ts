import { expect, test } from 'vitest';
import { finishedAnswer } from '@/lib/testing/answers';
import { answerLines } from './answer-words';
import { questionOf } from './questions/catalogue';
import type { QuestionId } from './questions/types';

const lines = (id: QuestionId, changes: Record<string, string | string[]> = {}) =>
  answerLines(questionOf(id), finishedAnswer(id, changes)).map(
    ({ label, text }) => `${label}: ${text}`,
  );

test.each([
  [
    'organisation',
    {},
    ['ODS code: A1B2C', 'DSPT identifier: Same as the ODS code', 'Organisation profile: Company'],
  ],
  [
    'organisation',
    { odsCode: 'x1', dsptIdentifier: 'X-1', profile: 'constructor' },
    ['ODS code: X1', 'DSPT identifier: X-1', 'Organisation profile: constructor'],
  ],
  ['dspt-status', {}, ['Status: Standards Met', 'Edition: 25/26']],
  ['dspt-status', { level: 'not_published', edition: '' }, ['Status: Not Published']],
  ['dspt-published-on', {}, ['Date of publication: 12 June 2026']],
  [
    'dspt-published-on',
    { 'publishedOn-day': '31', 'publishedOn-month': 'feb' },
    ['Date of publication: 31 feb 2026'],
  ],
  [
    'dspt-published-on',
    { 'publishedOn-day': '', 'publishedOn-month': '', 'publishedOn-year': '' },
    ['Date of publication: '],
  ],
  [
    'euo-process',
    { choice: '', details: 'a\n<b>', covered: ['who', 'when'] },
    [
      'Answer: ',
      'Details: a\n<b>',
      'Ticked as covered: Who checks\nWhen they check, before onboarding',
    ],
  ],
  [
    'isms',
    { details: 'x', certificateNumber: 'IS 1' },
    [
      'Answer: Yes',
      'Details: x',
      'Certificate number: IS 1',
      'Certification body: ',
      'Scope of the certificate: ',
      'Expiry date: ',
    ],
  ],
] as [QuestionId, Record<string, string | string[]>, string[]][])(
  '%s %j',
  (id, changes, expected) => {
    expect(lines(id, changes)).toEqual(expected);
  },
);
