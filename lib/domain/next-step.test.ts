import { expect, test } from 'vitest';
import { STATUS_IDS, type Status } from './application';
import { BASE_CALENDAR } from './calendar';
import { nextStep, type StepFacts } from './next-step';

const base: StepFacts = {
  ...{
    status: 'draft',
    dueOn: null,
    since: '2026-11-20',
    today: '2026-11-23',
    calendar: BASE_CALENDAR,
    left: 7,
    flagged: 0,
  },
};
const say = (facts: Partial<StepFacts>) => nextStep({ ...base, ...facts }).sentence;

test.each([
  [{ left: 7 }, 'Your move: 7 questions are left to answer.'],
  [{ left: 1 }, 'Your move: 1 question is left to answer.'],
  [{ left: 0 }, 'Your move: every question is answered. Check the answers and submit.'],
  [
    { status: 'information_requested', flagged: 2, dueOn: '2026-12-14' },
    'Your move: 2 questions need more information by 14 December 2026.',
  ],
  [
    { status: 'information_requested', flagged: 1, dueOn: '2026-11-23' },
    'Your move: 1 question needs more information by 23 November 2026.',
  ],
  [
    { status: 'information_requested', flagged: 1, dueOn: '2026-11-20' },
    'Your move: 1 question needs more information. It was due on 20 November 2026; the request closes after 4 December 2026.',
  ],
  [
    { status: 'information_requested', flagged: 2, answeredAgain: 1, left: 0 },
    'Your move: 2 questions need more information.',
  ],
  [
    { status: 'information_requested', flagged: 2, answeredAgain: 2, left: 1 },
    'Your move: 2 questions need more information.',
  ],
  [
    {
      ...{ status: 'information_requested', flagged: 2, answeredAgain: 2, left: 0 },
      dueOn: '2026-12-14',
    },
    'Your move: everything asked for is answered. Check the answers and submit again by 14 December 2026.',
  ],
  [
    { left: 0, maySubmit: false },
    'Every question is answered. A signatory of your organisation can now submit the declaration.',
  ],
  [
    { left: 0, badFiles: 1 },
    'Your move: every question is answered, but a file contains a virus and must be replaced or removed.',
  ],
  [{ left: 1, badFiles: 1 }, 'Your move: 1 question is left to answer.'],
  [
    {
      ...{ status: 'information_requested', flagged: 1, answeredAgain: 1, left: 0 },
      ...{ dueOn: '2026-12-14', maySubmit: false, badFiles: 2 },
    },
    'Your move: everything asked for is answered, but 2 files contain a virus and must be replaced or removed by 14 December 2026.',
  ],
  [{ left: 1, maySubmit: false }, 'Your move: 1 question is left to answer.'],
  [
    {
      ...{ status: 'information_requested', flagged: 2, answeredAgain: 2, left: 0 },
      ...{ dueOn: '2026-12-14', maySubmit: false },
    },
    'Everything asked for is answered. A signatory of your organisation can now submit again by 14 December 2026.',
  ],
  [
    { status: 'submitted', dueOn: '2026-12-07' },
    'Your declaration is with the assessor. Expect to hear by 7 December 2026.',
  ],
  [
    { status: 'in_assessment', dueOn: '2026-11-20' },
    'The assessor is reviewing your answers. This was due on 20 November 2026 and is taking longer than it should.',
  ],
  [{ status: 'approved' }, 'Approved on 20 November 2026.'],
] as [Partial<StepFacts>, string][])('%j', (facts, sentence) => expect(say(facts)).toBe(sentence));

test.each(STATUS_IDS)('%s is told in words, with one action', (status: Status) => {
  const step = nextStep({ ...base, status });
  expect(step.sentence).toMatch(/^[A-Z].*\.$/);
  expect(step.sentence).not.toContain('_');
  expect(step.action).not.toBe('');
});
