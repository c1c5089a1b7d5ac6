import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BASE_CALENDAR } from './calendar';
import { type CaseFigure, type FigureFacts, figuresOf, type Measure } from './case-figures';
import { countedTurns, daysSoFar, TURN_EVENTS, type Turn } from './turns';

type Step = readonly [type: Turn['type'], day: string, by?: string];
const turn = ([type, day, by]: Step) => ({
  ...{ type, at: new Date(`2026-${day}T10:00:00Z`), by: by ?? null },
});
const facts = (steps: readonly Step[], rest: Partial<FigureFacts> = {}): FigureFacts => ({
  turns: steps.map(turn),
  outcomes: [],
  requests: [],
  versions: { 1: '2026-01', 2: '2026-11' },
  ...rest,
});
const of = (figures: readonly CaseFigure[], measure: Measure) =>
  figures.flatMap((figure) =>
    figure.measure === measure
      ? [[figure.on, figure.assessorId, figure.label, figure.value] as const]
      : [],
  );

const WHOLE: readonly Step[] = [
  ['application.submitted', '11-02'],
  ['request.sent', '11-05', 'ann'],
  ['application.submitted', '11-11'],
  ['decision.recommended', '11-13', 'ann'],
  ['decision.confirmed', '11-17', 'max'],
];

test('nothing is counted of a draft, nor of what was taken back before anybody looked', () => {
  expect(figuresOf(BASE_CALENDAR, facts([]))).toEqual([]);
  const steps: Step[] = [
    ['application.submitted', '11-02'],
    ['application.taken_back', '11-03'],
  ];
  expect(figuresOf(BASE_CALENDAR, facts(steps))).toEqual([]);
  const again = figuresOf(BASE_CALENDAR, facts([...steps, ['application.submitted', '11-09']]));
  expect(of(again, 'received')).toEqual([['2026-11-09', null, '1', 0]]);
  expect(again).toHaveLength(1);
});

test('a case counts where it came, was answered, and was decided, with each side’s days', () => {
  const figures = figuresOf(BASE_CALENDAR, facts(WHOLE, { outcomes: ['approved'] }));
  expect(of(figures, 'received')).toEqual([
    ['2026-11-02', null, '1', 0],
    ['2026-11-11', null, '2', 0],
  ]);
  expect(of(figures, 'responded')).toEqual([
    ['2026-11-05', 'ann', '2026-01', 3],
    ['2026-11-13', 'ann', '2026-11', 2],
  ]);
  expect(of(figures, 'decided')).toEqual([['2026-11-17', 'ann', 'approved', 11]]);
  expect(of(figures, 'supplier_days')).toEqual([['2026-11-17', 'ann', '', 4]]);
  expect(of(figures, 'assessor_days')).toEqual([['2026-11-17', 'ann', '', 5]]);
  expect(of(figures, 'second_person_days')).toEqual([['2026-11-17', 'ann', '', 2]]);
  expect(of(figures, 'our_days')).toEqual([['2026-11-17', 'ann', '', 7]]);
  expect(of(figures, 'rounds')).toEqual([['2026-11-17', 'ann', '', 2]]);
  expect(of(figures, 'approved_first_time')).toEqual([['2026-11-17', 'ann', '', 0]]);
});

test('no day counts that a case was with us before it was taken back', () => {
  const steps: Step[] = [
    ['application.submitted', '11-02'],
    ['application.taken_back', '11-05'],
    ['application.submitted', '11-09'],
    ['decision.recommended', '11-11', 'ann'],
    ['decision.confirmed', '11-12', 'max'],
  ];
  const figures = figuresOf(BASE_CALENDAR, facts(steps, { outcomes: ['approved'] }));
  expect(of(figures, 'decided')).toEqual([['2026-11-12', 'ann', 'approved', 3]]);
});

test.each([
  ['approved', 1],
  ['approved_with_conditions', 1],
  ['rejected', 0],
] as const)('decided as %s after one round: approved first time %i', (outcome, value) => {
  const steps: Step[] = [
    ['application.submitted', '11-02'],
    ['decision.recommended', '11-04', 'ann'],
    ['decision.confirmed', '11-05', 'max'],
  ];
  const figures = figuresOf(BASE_CALENDAR, facts(steps, { outcomes: [outcome] }));
  expect(of(figures, 'approved_first_time')).toEqual([['2026-11-05', 'ann', '', value]]);
});

test('only the first response to a round counts: not what follows a recall or a request cancelled', () => {
  const steps: Step[] = [
    ['application.submitted', '11-02'],
    ['request.sent', '11-05', 'ann'],
    ['request.cancelled', '11-06', 'ann'],
    ['decision.recommended', '11-09', 'bob'],
    ['decision.sent_back', '11-10', 'max'],
    ['decision.recommended', '11-12', 'bob'],
  ];
  expect(of(figuresOf(BASE_CALENDAR, facts(steps)), 'responded')).toEqual([
    ['2026-11-05', 'ann', '2026-01', 3],
  ]);
});

test('a review that was upheld begins anew, and is decided a second time', () => {
  const steps: Step[] = [
    ['application.submitted', '11-02'],
    ['decision.recommended', '11-04', 'ann'],
    ['decision.confirmed', '11-05', 'max'],
    ['review.upheld', '11-16', 'max'],
    ['decision.recommended', '11-18', 'bob'],
    ['decision.confirmed', '11-20', 'max'],
  ];
  const figures = figuresOf(BASE_CALENDAR, facts(steps, { outcomes: ['rejected', 'approved'] }));
  expect(of(figures, 'received')).toHaveLength(1);
  expect(of(figures, 'responded')).toEqual([
    ['2026-11-04', 'ann', '2026-01', 2],
    ['2026-11-18', 'bob', '2026-01', 2],
  ]);
  expect(of(figures, 'decided')).toEqual([
    ['2026-11-05', 'ann', 'rejected', 3],
    ['2026-11-20', 'bob', 'approved', 4],
  ]);
  expect(of(figures, 'approved_first_time')).toEqual([['2026-11-05', 'ann', '', 0]]);
});

test('why more was asked for: each question, and each reason, by the guidance of that round', () => {
  const requests: FigureFacts['requests'] = [
    {
      ...{ round: 2, at: new Date('2026-11-13T10:00:00Z'), by: 'ann' },
      items: [
        { questionId: 'isms', reasons: ['isms-scope', 'certificate-invalid'] },
        { questionId: 'euo-process', reasons: [] },
      ],
    },
  ];
  const figures = figuresOf(BASE_CALENDAR, facts([], { requests }));
  expect(of(figures, 'requested')).toEqual([['2026-11-13', 'ann', '2026-11', 0]]);
  expect(of(figures, 'asked')).toEqual([
    ['2026-11-13', 'ann', 'isms 2026-11', 0],
    ['2026-11-13', 'ann', 'euo-process 2026-11', 0],
  ]);
  expect(of(figures, 'reason')).toEqual([
    ['2026-11-13', 'ann', 'isms 2026-11 isms-scope', 0],
    ['2026-11-13', 'ann', 'isms 2026-11 certificate-invalid', 0],
  ]);
});

test('a decision whose outcome is missing is a fault, not a figure', () => {
  expect(() => figuresOf(BASE_CALENDAR, facts(WHOLE))).toThrow('without its outcome');
});

test('the days of the first decision are those that its estimate counts, whatever happened before', () => {
  const undecided = TURN_EVENTS.filter(
    (type) => !['decision.confirmed', 'review.upheld', 'application.withdrawn'].includes(type),
  );
  const steps = fc.array(
    fc.record({ type: fc.constantFrom(...undecided), hours: fc.integer({ min: 1, max: 300 }) }),
    { maxLength: 10 },
  );
  fc.assert(
    fc.property(steps, (happened) => {
      let at = Date.parse('2026-01-05T09:00:00Z');
      const first = { type: 'application.submitted' as const, hours: 1 };
      const last = { type: 'decision.confirmed' as const, hours: 30 };
      const turns = [first, ...happened, last].map(({ type, hours }) => {
        at += hours * 3_600_000;
        return { type, at: new Date(at), by: 'ann' };
      });
      const figures = figuresOf(BASE_CALENDAR, {
        turns,
        outcomes: ['approved'],
        requests: [],
        versions: {},
      });
      const days = daysSoFar(BASE_CALENDAR, countedTurns(turns), new Date(at));
      const value = (measure: Measure) => of(figures, measure)[0]?.[3];
      expect(value('supplier_days')).toBe(days?.supplier ?? 0);
      expect(value('assessor_days')).toBe(days?.assessor ?? 0);
      expect(value('second_person_days')).toBe(days?.secondPerson ?? 0);
    }),
  );
});
