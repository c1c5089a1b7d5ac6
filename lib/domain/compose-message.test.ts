import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeDigest, composeMessage, type MessageFacts } from './compose-message';
import { type CaseMessageFacts, oneLine } from './message-content';
import { isAccountKind, isLedgerKind, isPersonKind, isSpotCheckKind } from './message-kinds';
import { MESSAGE_KINDS, type MessageKind, messageRule } from './messages';
import { REMINDER_DAYS } from './reminders';

const facts: CaseMessageFacts = {
  ...{ reference: 'DSI-7K3M-9Q2T', product: 'Lantern Rota', organisation: 'Larkfield Systems' },
  ...{
    dueOn: '2026-12-14',
    lastDay: '2026-12-30',
    questions: ['euo-process', 'isms'],
    outcome: null,
    daysBefore: null,
  },
};
const drawn = { id: 'a1b2', number: 2, record: 'A1B2C', count: 5, dueOn: '2026-12-14' };
const token = 'a-Token_of-forty-three-characters-as-made-01';
const compose = (kind: MessageKind, more: Partial<CaseMessageFacts> = {}) => {
  const { organisation = facts.organisation } = more;
  const ofKind = isSpotCheckKind(kind) ? { ...drawn, organisation } : { ...facts, ...more };
  const ofLedger = isLedgerKind(kind)
    ? { lapsed: 3, notReady: 0, notProven: 0, planned: 0 }
    : ofKind;
  const given = isAccountKind(kind) ? { token } : ofLedger;
  return composeMessage(kind, given as MessageFacts<typeof kind>);
};
const wordsOf = (kind: MessageKind, more: Partial<CaseMessageFacts> = {}) => {
  const { subject, heading, paragraphs, list, linkText } = compose(kind, more);
  return [subject, heading, ...paragraphs, ...list, linkText];
};

describe('a request for information', () => {
  test('names the questions in their words, by when, and what to do next', () => {
    expect(compose('request-sent')).toEqual({
      subject: 'More information needed by 14 December 2026 for Lantern Rota',
      heading: 'The assessor needs more information about Lantern Rota',
      paragraphs: [
        'The assessor has read your declaration for Lantern Rota (DSI-7K3M-9Q2T) and needs more information to go on.',
        'What to do next: read what the assessor wrote about each question, change your answers, then submit them again by 14 December 2026.',
        'These questions need more information:',
      ],
      list: [expect.stringMatching(/^Q\.3 .+EUO.*/s), expect.stringMatching(/^Q\.4 .+/)],
      dueOn: '2026-12-14',
      path: '/apply/DSI-7K3M-9Q2T',
      linkText: 'Answer the request',
    });
    const one = compose('request-sent', { questions: ['organisation'] });
    expect(one.paragraphs.at(-1)).toBe('This question needs more information:');
    expect(one.list).toEqual(["Confirm your organisation's details"]);
  });

  test('says in a reminder when it is due, today included', () => {
    const subjects = REMINDER_DAYS.map((daysBefore) => compose('reminder', { daysBefore }).subject);
    expect(subjects).toEqual([
      'Reminder: more information needed by 14 December 2026 for Lantern Rota',
      'Reminder: more information needed by 14 December 2026 for Lantern Rota',
      'Due today: more information needed by 14 December 2026 for Lantern Rota',
    ]);
    expect(wordsOf('reminder', { daysBefore: 0 }).join()).toContain('needs your answer today');
  });

  test('says when it closed without an answer', () => {
    expect(wordsOf('request-expired').join(' ')).toContain(
      'was due on 14 December 2026. It closed after 30 December 2026 without an answer.',
    );
  });
});

describe('every message', () => {
  test.each(MESSAGE_KINDS)('%s has whole words, with and without what may be missing', (kind) => {
    const bare = {
      dueOn: null,
      lastDay: null,
      questions: [],
      outcome: null,
      daysBefore: null,
    } as const;
    for (const more of [{}, bare, { outcome: 'approved_with_conditions' } as const]) {
      const words = wordsOf(kind, more);
      for (const each of words)
        expect(each).not.toMatch(/undefined|null|\[object|NaN|_| {2}|^$|\.\.|\d{4}-\d{2}/);
      const { list, paragraphs, path } = compose(kind, more);
      expect(paragraphs.at(-1)?.endsWith(':')).toBe(list.length > 0);
      expect(path).toMatch(
        /^\/(apply|assess)\/(DSI-7K3M-9Q2T(\/[a-z]+)?|(euos|suppliers\/A1B2C)\/spot-checks\/a1b2)$|^\/apply\/euos\?verdict=lapsed$|^\/set-password\/|^\/account(\/second-factor)?$/,
      );
    }
  });

  test.each(MESSAGE_KINDS)('%s says what to do next, or that there is nothing to do', (kind) => {
    for (const outcome of ['approved', 'approved_with_conditions', 'rejected'] as const)
      expect(wordsOf(kind, { outcome }).join(' ')).toMatch(
        /What to do next|do not need to do anything|What happens next|Read the decision\. It says/,
      );
  });

  test.each(MESSAGE_KINDS)('%s leads each side to its own pages', (kind) => {
    const { side } = messageRule(kind);
    const account = isAccountKind(kind) ? '/set-password/' : '/account';
    const start = { supplier: '/apply/', staff: '/assess/', either: account }[side];
    expect(compose(kind).path.startsWith(isPersonKind(kind) ? account : start)).toBe(true);
  });

  test('has no words but its own: names, notes and reasons given along are not told', () => {
    const secret = 'Priya Nair says: not good enough';
    const more = {
      ...{ assessor: secret, actor: secret, message: secret, note: secret, reasons: secret },
      ...{ reason: secret, name: secret, contents: { note: secret } },
    };
    for (const kind of MESSAGE_KINDS) {
      const told = JSON.stringify(compose(kind, more as Partial<CaseMessageFacts>));
      expect(told).not.toContain('Priya');
    }
  });

  test('holds names as one line, whatever they are', () => {
    const nasty = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(
        fc.constantFrom(...MESSAGE_KINDS),
        nasty,
        nasty,
        (kind, product, organisation) => {
          for (const words of wordsOf(kind, { product, organisation }))
            expect(words).not.toMatch(
              /[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/u,
            );
        },
      ),
      { numRuns: 500 },
    );
    expect(oneLine(' a\r\n\tb\u2028\u202ec\0 ')).toBe('a b c');
    expect([...oneLine('🦊'.repeat(200))]).toHaveLength(120);
    expect(oneLine('🦊'.repeat(200)).endsWith('🦊…')).toBe(true);
  });

  test('never gives the outcome of a decision in the subject', () => {
    for (const outcome of ['approved', 'approved_with_conditions', 'rejected'] as const)
      expect(compose('decided', { outcome }).subject).toBe('Decision made on Lantern Rota');
    expect(compose('decided', { outcome: 'rejected' }).heading).toBe(
      'Your application for Lantern Rota is rejected',
    );
  });
});

describe('a digest', () => {
  const entry = (heading: string, dueOn: CaseMessageFacts['dueOn'] = null) => ({
    ...({ heading, dueOn, path: '/assess/DSI-7K3M-9Q2T', linkText: 'Open the case' } as const),
  });

  test('puts first what is due first, and says each thing once', () => {
    const digest = composeDigest([
      ...[entry('A'), entry('B', '2026-12-14'), entry('C', '2026-12-01'), entry('A'), entry('D')],
    ]);
    expect(digest?.entries.map(({ heading }) => heading)).toEqual(['C', 'B', 'A', 'D']);
    expect(digest?.subject).toBe('4 new messages about your cases and applications');
    expect(digest?.path).toBe('/messages');
  });

  test('is no email when there is nothing to say', () => {
    expect(composeDigest([])).toBeNull();
    expect(composeDigest([entry('A')])?.heading).toBe('You have 1 new message');
  });
});
