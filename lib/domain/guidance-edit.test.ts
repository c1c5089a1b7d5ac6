import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIRST_GUIDANCE, type Guidance, questionUnder, reasonText } from './guidance';
import { edited, type GuidanceEdit, guidanceChanges } from './guidance-edit';
import { offeredTo } from './guidance-form';
import { QUESTION_IDS, type QuestionId } from './questions/types';

const pick = <T>(all: readonly T[]) => fc.constantFrom(...all);
const words = fc.string({ minLength: 1, maxLength: 12 });

/** What a manager may want of a question, given what it has. */
const editOf = (guidance: Guidance, questionId: QuestionId): fc.Arbitrary<GuidanceEdit> => {
  const points = questionUnder(guidance, questionId).coveragePoints;
  const wanted = <T extends string>(known: readonly { id: T; text: string }[]) =>
    fc
      .tuple(
        fc.shuffledSubarray([...known]),
        fc.array(fc.option(words), { maxLength: known.length, minLength: known.length }),
        fc.array(words, { maxLength: 3 }),
      )
      .map(([kept, texts, added]) => [
        ...kept.map(({ id, text }, index) => ({ id: id as T | null, text: texts[index] ?? text })),
        ...added.map((text) => ({ id: null, text })),
      ]);
  return fc
    .tuple(wanted(points), wanted(guidance.reasons.filter(({ id }) => id !== 'other')))
    .map(([own, reasons]) => ({ questionId, points: own, reasons }));
};

/** A version that came by so many edits, with all before it. */
const history = fc
  .array(fc.tuple(pick(QUESTION_IDS), fc.nat()), { minLength: 1, maxLength: 5 })
  .map((steps) => {
    const all: Guidance[] = [FIRST_GUIDANCE];
    for (const [id, seed] of steps) {
      const [last = FIRST_GUIDANCE] = all.slice(-1);
      const [edit] = fc.sample(editOf(last, id), { seed, numRuns: 1 });
      if (edit) all.push(edited(last, edit));
    }
    return all;
  });

describe('versions that follow each other', () => {
  test('an id is never given again, and every reason ever given stays readable', () => {
    fc.assert(
      fc.property(history, (all) => {
        for (const id of QUESTION_IDS) {
          const gone = new Set<string>();
          let before = new Set<string>();
          for (const guidance of all) {
            const ids = questionUnder(guidance, id).coveragePoints.map((point) => point.id);
            expect(new Set(ids).size).toBe(ids.length);
            for (const one of ids) expect(gone.has(one)).toBe(false);
            for (const one of before) if (!ids.includes(one)) gone.add(one);
            before = new Set(ids);
            expect(questionUnder(guidance, id).reasons.at(-1)).toBe('other');
            for (const reason of questionUnder(guidance, id).reasons)
              expect(guidance.reasons.map((each) => each.id)).toContain(reason);
          }
        }
        const newest = all.at(-1);
        for (const guidance of all)
          for (const { id } of guidance.reasons)
            expect(newest && reasonText(newest, id)).not.toBe(id);
      }),
      { numRuns: 60 },
    );
  });

  test('only what was edited changes, and what changed tells exactly whether anything did', () => {
    fc.assert(
      fc.property(history, (all) => {
        for (const [index, after] of all.entries()) {
          expect(guidanceChanges(after, after)).toEqual([]);
          const before = all[index - 1];
          if (!before) continue;
          const changes = guidanceChanges(before, after);
          const touched = new Set(changes.map((change) => change.questionId));
          for (const id of QUESTION_IDS) {
            const [was, is] = [questionUnder(before, id), questionUnder(after, id)];
            const same =
              JSON.stringify([was.coveragePoints, was.reasons]) ===
              JSON.stringify([is.coveragePoints, is.reasons]);
            expect(touched.has(id)).toBe(!same);
          }
          const reworded = before.reasons.filter(
            ({ id, text }) => reasonText(after, id) !== text,
          ).length;
          expect(changes.filter((change) => change.questionId === null)).toHaveLength(reworded);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('a change is told as it is: added, withdrawn, reworded, reordered', () => {
  const next = edited(FIRST_GUIDANCE, {
    questionId: 'dspt-compliant',
    points: [
      { id: 'improvement-plan', text: 'The improvement plan, if there is one' },
      { id: 'level', text: 'The level reached, in words' },
      { id: null, text: 'Who signed it off' },
    ],
    reasons: [
      { id: 'below-standards-met', text: 'The status is below Standards Met' },
      { id: 'subcontractors-missing', text: 'Subcontractors are not covered' },
      { id: null, text: 'The plan has no dates' },
    ],
  });
  const of = { questionId: 'dspt-compliant' };
  expect(guidanceChanges(FIRST_GUIDANCE, next)).toEqual([
    { ...of, what: 'point', how: 'added', before: '', after: 'Who signed it off' },
    {
      ...of,
      ...{ what: 'point', how: 'withdrawn', after: '' },
      before: 'The whole organisation is covered, subcontractors included',
    },
    {
      ...{ ...of, what: 'point', how: 'reworded' },
      ...{ before: 'The level reached', after: 'The level reached, in words' },
    },
    { ...of, what: 'point', how: 'reordered', before: '', after: '' },
    { ...of, what: 'reason', how: 'added', before: '', after: 'The plan has no dates' },
    {
      ...{ ...of, what: 'reason', how: 'withdrawn', after: '' },
      before: 'No explanation is given',
    },
    {
      ...{ questionId: null, what: 'reason', how: 'reworded' },
      before: 'The status is below standards met',
      after: 'The status is below Standards Met',
    },
  ]);
  // Reworded for one question, a reason is reworded wherever it is offered.
  expect(offeredTo(next, 'dspt-status').map(({ text }) => text)).toContain(
    'The status is below Standards Met',
  );
  expect(questionUnder(next, 'dspt-compliant').coveragePoints.map(({ id }) => id)).toEqual([
    'improvement-plan',
    'level',
    'v2-1',
  ]);
});

test('a question under a version takes the ticks of that version and no others', () => {
  const [certificate] = questionUnder(FIRST_GUIDANCE, 'isms').coveragePoints.slice(-1);
  const next = edited(FIRST_GUIDANCE, {
    questionId: 'isms',
    points: [{ id: null, text: 'Who owns it' }, certificate ?? { id: null, text: '' }],
    reasons: [],
  });
  const fields = { choice: 'yes', details: 'All of it.', covered: ['v2-1', 'scope'] };
  const read = (guidance: Guidance) =>
    questionUnder(guidance, 'isms').schema({ today: '2026-11-23' }).parse(fields);
  expect(read(next)).toMatchObject({ covered: ['v2-1'] });
  expect(read(FIRST_GUIDANCE)).toMatchObject({ covered: ['scope'] });
});
