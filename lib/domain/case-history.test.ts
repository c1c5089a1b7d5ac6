import { expect, test } from 'vitest';
import { tellStaff } from './case-history';
import { EVENTS } from './events';
import type { ToldEvent } from './timeline';

const told = (
  type: string,
  contents: Record<string, unknown> | null,
  name: string | null = 'Asha',
) => {
  const event: ToldEvent = {
    ...{ type, contents, sequence: 1, at: new Date(0), side: 'staff', colleague: name },
  };
  return tellStaff(event, name);
};

test('what only staff read is told in words, with names', () => {
  const review = {
    questionId: 'isms',
    before: { verdict: 'sufficient' },
    after: { verdict: 'insufficient', noteToSupplier: 'Say more' },
  };
  expect(told('question.reviewed', review)).toMatchObject({
    title: 'Q.4 reviewed: Insufficient information',
    lines: ['Before: Sufficient'],
    quoted: 'Say more',
    by: 'Asha',
  });
  expect(told('application.assigned', { from: null, to: 'Ben' })).toMatchObject({
    ...{ title: 'Assigned to Ben', lines: [], quoted: null },
  });
  expect(told('decision.recommended', { outcome: 'approved', reasons: '' })).toMatchObject({
    ...{ title: 'Recommended: approval', quoted: null },
  });
});

test('the portal acts without a name; a redacted entry says so', () => {
  expect(told('request.expired', { dueOn: '2026-12-07' }, null).by).toBe('the portal');
  expect(told('note.written', null).lines).toEqual(['The words of this entry were taken out.']);
});

test('every event can be told, also without contents', () => {
  for (const type of Object.keys(EVENTS))
    for (const contents of [{}, null]) expect(told(type, contents).title).not.toMatch(/undefined/);
});
