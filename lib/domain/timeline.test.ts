import { describe, expect, test } from 'vitest';
import { EVENTS, type EventType } from './events';
import { foldSaves, type ToldEvent, tellEvent } from './timeline';

const event = (type: string, contents: ToldEvent['contents'] = {}, more: Partial<ToldEvent> = {}) =>
  tellEvent({
    sequence: 1,
    type,
    at: new Date('2026-11-23T10:00:00Z'),
    side: 'supplier',
    colleague: 'Sam Carter',
    contents,
    ...more,
  });
const staff = { side: 'staff', colleague: null } as const;

describe('telling an event', () => {
  test.each(Object.keys(EVENTS) as EventType[])('%s has words, whatever it holds', (type) => {
    for (const contents of [{}, null, { questions: 'no list', round: 'x', outcome: 7 }]) {
      const told = event(type, contents);
      expect(told.title).not.toMatch(/undefined|\[object|^$/);
      expect(told.lines.join()).not.toMatch(/undefined|\[object/);
    }
  });

  test('names colleagues, and nobody of the staff', () => {
    expect(event('application.started').by).toBe('Sam Carter');
    expect(event('assessment.begun', {}, staff).by).toBe('the assessor');
    expect(event('decision.confirmed', {}, staff).by).toBe('a second person');
    expect(event('request.expired', {}, { side: 'system', colleague: null }).by).toBe('the portal');
    expect(event('answer.saved', {}, { colleague: null }).by).toBe('somebody who has left');
  });

  test('says which questions a request asks about, and by when', () => {
    const told = event(
      'request.sent',
      {
        dueOn: '2026-12-07',
        message: 'Please say more.',
        questions: [{ questionId: 'euo-process' }, { questionId: 'isms' }, { questionId: 'gone' }],
      },
      staff,
    );
    expect(told.lines).toEqual(['Q.3, EUO process', 'Q.4, ISMS', 'Due 7 December 2026']);
    expect(told.quoted).toBe('Please say more.');
  });

  test('says why a decision was opened again, and that it was not the assessor', () => {
    const told = event('review.upheld', { round: 1, reason: 'The register was wrong.' }, staff);
    expect(told).toMatchObject({ by: 'a manager', quoted: 'The register was wrong.' });
  });

  test('says that words were taken out', () => {
    const told = event('application.withdrawn', null);
    expect(told.title).toBe('Application withdrawn');
    expect(told.lines).toEqual(['The words of this entry were taken out.']);
    expect(told.quoted).toBeNull();
  });
});

describe('folding saves', () => {
  const saved = (
    sequence: number,
    questionId: string,
    colleague = 'Sam Carter',
    at = '2026-11-23T10:00:00Z',
  ) => event('answer.saved', { questionId }, { sequence, colleague, at: new Date(at) });

  test('by one person on one day, in a row', () => {
    const entries = [
      saved(8, 'isms'),
      saved(7, 'organisation'),
      saved(6, 'isms'),
      saved(5, 'isms', 'Pat Lane'),
      event('application.taken_back', {}, { sequence: 4 }),
      saved(3, 'isms'),
      saved(2, 'isms', 'Sam Carter', '2026-11-22T10:00:00Z'),
      event('application.started', {}, { sequence: 1 }),
    ];
    const folded = foldSaves(entries);
    expect(folded.map(({ sequence, title }) => [sequence, title])).toEqual([
      [8, '2 answers saved'],
      [5, 'Answer saved: Q.4, ISMS'],
      [4, 'Declaration taken back'],
      [3, 'Answer saved: Q.4, ISMS'],
      [2, 'Answer saved: Q.4, ISMS'],
      [1, 'Application started'],
    ]);
    expect(folded[0]?.lines).toEqual(['Q.4, ISMS', 'Organisation details']);
  });

  test('other events are never folded', () => {
    const twice = [event('request.extended'), event('request.extended')];
    expect(foldSaves(twice)).toHaveLength(2);
  });
});
