import { expect, test } from 'vitest';
import { auditQuery, EVENT_CHOICES, readAuditView } from './audit-search';

const today = '2026-11-23' as const;
const messages = (query: Record<string, string>) =>
  readAuditView(query, today).problems.map(({ field, message }) => `${field}: ${message}`);

test('reads dates as people type them, and what was typed stays', () => {
  const view = readAuditView({ from: ' 1/11/2026 ', to: '2026-11-23', who: 'Ash' }, today);
  expect(view).toMatchObject({ from: '2026-11-01', to: '2026-11-23', problems: [] });
  expect(view.typed).toMatchObject({ from: '1/11/2026', to: '2026-11-23', who: 'Ash' });
});

test.each([
  [{ from: '31/2/2026' }, 'from: From must be a real date, such as 14/12/2026'],
  [{ to: 'soon' }, 'to: To must be a real date, such as 14/12/2026'],
  [{ to: '2026-13-01' }, 'to: To must be a real date, such as 14/12/2026'],
  [{ from: '24/11/2026' }, 'from: From must be today or in the past'],
  [{ from: '20/11/2026', to: '19/11/2026' }, 'to: To must be the same as From or after it'],
  [{ type: 'constructor' }, 'type: Select what happened from the list'],
  [{ reference: 'DSI-1' }, 'reference: Enter a reference, such as DSI-7K3M-9Q2T'],
])('%o cannot be meant', (query, message) => {
  expect(messages(query)).toEqual([message]);
});

test('one day is a period, and today is in the past', () => {
  expect(messages({ from: '23/11/2026', to: '23/11/2026' })).toEqual([]);
});

test('an address says the same when it is read again', () => {
  const id = '0b0e7f9c-8f57-4f0e-9d7e-2f7c2b1f0a11';
  const query = { who: 'O’Neill & Co', type: 'answer.saved', reference: 'dsi 7k3m 9q2t' };
  const { typed, reference } = readAuditView(query, today);
  expect(reference).toBe('DSI-7K3M-9Q2T');
  const after = { at: new Date('2026-11-20T10:00:00.123Z'), id };
  const address = auditQuery(typed, after);
  expect(readAuditView(Object.fromEntries(new URLSearchParams(address)), today)).toMatchObject({
    ...{ typed, after, type: 'answer.saved' },
  });
  expect(auditQuery(readAuditView({}, today).typed)).toBe('');
});

test.each(['x', '1.x', `99999999999999999.${'a'.repeat(36)}`, '-1.0b0e7f9c'])(
  'a cursor that somebody changed, %s, is none',
  (after) => expect(readAuditView({ after }, today).after).toBeNull(),
);

test('every event can be chosen by its words', () => {
  const labels = EVENT_CHOICES.map(({ label }) => label);
  expect(new Set(labels).size).toBe(labels.length);
});
