import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AnswerChanges, frozenWith } from '@/lib/testing/frozen';
import { answerIn, type ReviewedRound, standings, verdictsInForce } from './carried-verdicts';
import type { QuestionId } from './questions/types';
import { VERDICTS, type Verdict } from './review';

type Given = Partial<Record<QuestionId, Verdict>>;
const round = (
  number: number,
  verdicts: Given,
  changes: AnswerChanges = {},
  unlocked: QuestionId[] = [],
): ReviewedRound => ({
  round: number,
  verdicts,
  frozen: frozenWith(
    changes,
    unlocked.map((questionId) => ({ questionId, reason: 'We found a slip' })),
  ),
});
const isms = (...rounds: ReviewedRound[]) => standings(rounds).get('isms');
const other = { isms: { choice: 'yes', details: 'A new ISMS, written from scratch this autumn.' } };

describe('the verdict in force', () => {
  test('is none before anybody reviewed', () => {
    expect(isms(round(1, {}))).toEqual({ from: 'none', earlier: null });
    expect(standings([]).size).toBe(0);
  });

  test('is the one given in this round, whatever came before', () => {
    const rounds = [round(1, { isms: 'insufficient' }), round(2, { isms: 'sufficient' }, other)];
    expect(isms(...rounds)).toEqual({ from: 'own', verdict: 'sufficient', round: 2 });
  });

  test.each(['sufficient', 'not_met'] as const)('%s carries over while unchanged', (verdict) => {
    const rounds = [round(1, { isms: verdict }), round(2, {}), round(3, {}), round(4, {})];
    expect(isms(...rounds)).toEqual({ from: 'carried', verdict, round: 1 });
  });

  test('insufficient never carries over, even when nothing was changed', () => {
    expect(isms(round(1, { isms: 'insufficient' }), round(2, {}))).toEqual({
      from: 'none',
      earlier: { verdict: 'insufficient', round: 1, why: 'insufficient' },
    });
  });

  test('a changed answer withdraws it, and a later return to the old words does not bring it back', () => {
    const changed = [round(1, { isms: 'sufficient' }), round(2, {}, other)];
    const withdrawn = {
      from: 'none',
      earlier: { verdict: 'sufficient', round: 1, why: 'changed' },
    };
    expect(isms(...changed)).toEqual(withdrawn);
    expect(isms(...changed, round(3, {}, other))).toEqual(withdrawn);
    expect(isms(...changed, round(3, {}))).toEqual(withdrawn);
  });

  test('opening a question unasked withdraws it, though the words stayed the same', () => {
    expect(isms(round(1, { isms: 'sufficient' }), round(2, {}, {}, ['isms']))).toEqual({
      from: 'none',
      earlier: { verdict: 'sufficient', round: 1, why: 'unlocked' },
    });
  });

  test('the way a date was typed and the order of ticks change nothing', () => {
    const first = round(
      1,
      { isms: 'sufficient', 'dspt-published-on': 'sufficient' },
      { isms: { covered: ['scope', 'audit'] } },
    );
    const second = round(
      2,
      {},
      {
        isms: { covered: ['audit', 'scope'] },
        'dspt-published-on': { 'publishedOn-month': 'June' },
      },
    );
    const all = standings([first, second]);
    expect(all.get('isms')?.from).toBe('carried');
    expect(all.get('dspt-published-on')?.from).toBe('carried');
  });

  test('a question that applied only now has none, and one that no longer applies is not there', () => {
    const none = { 'dspt-status': { level: 'not_published', edition: '' } };
    const later = standings([round(1, {}, none), round(2, {})]);
    expect(later.get('dspt-published-on')).toEqual({ from: 'none', earlier: null });
    expect(standings([round(1, {}), round(2, {}, none)]).has('dspt-published-on')).toBe(false);
  });
});

const given = fc.option(fc.constantFrom(...VERDICTS), { nil: undefined });
const roundOf = fc.record({ verdict: given, changed: fc.nat(2), unlocked: fc.boolean() });

test('property: in force is given now, or was given on these words and nothing happened since', () => {
  fc.assert(
    fc.property(fc.array(roundOf, { minLength: 1, maxLength: 4 }), (drawn) => {
      const rounds = drawn.map(({ verdict, changed, unlocked }, index) =>
        round(
          index + 1,
          verdict ? { isms: verdict } : {},
          { isms: { details: `Words number ${changed} about our ISMS.` } },
          unlocked && index > 0 ? ['isms'] : [],
        ),
      );
      const standing = isms(...rounds);
      const last = rounds.length;
      const own = drawn.at(-1)?.verdict;
      expect(verdictsInForce(standings(rounds)).isms).toBe(
        standing?.from === 'none' ? undefined : standing?.verdict,
      );
      if (own) {
        expect(standing).toEqual({ from: 'own', verdict: own, round: last });
        return;
      }
      if (standing?.from !== 'carried') return;
      const since = drawn.slice(standing.round);
      expect(drawn[standing.round - 1]?.verdict).toBe(standing.verdict);
      expect(standing.verdict).not.toBe('insufficient');
      expect(since.every(({ unlocked, verdict }) => !unlocked && !verdict)).toBe(true);
      const words = rounds
        .slice(standing.round - 1)
        .map(({ frozen }) => JSON.stringify(answerIn(frozen, 'isms')?.fields));
      expect(new Set(words).size).toBe(1);
    }),
    { numRuns: 300 },
  );
});
