import type { Status } from './application';
import type { Calendar } from './calendar';
import { formatPlainDate, type PlainDate } from './dates';
import { lastAnswerDay } from './request';

/** Where the supplier's one next action leads. */
export type StepTarget = 'application' | 'check' | 'declaration' | 'decision';
/** Whose move it is and what comes next, in one sentence, with the one action that serves it. */
export type NextStep = { sentence: string; action: string; target: StepTarget };

export type StepFacts = {
  status: Status;
  /** Who must act by when; null where nobody must. */
  dueOn: PlainDate | null;
  /** The day in London on which the status last changed. */
  since: PlainDate;
  today: PlainDate;
  calendar: Calendar;
  /** Questions that apply and are not completed. */
  left: number;
  /** Files that hold a virus, which must go before anything is submitted; none where left out. */
  badFiles?: number;
  /** Questions that the open request flags. */
  flagged: number;
  /** Those of them whose answer has changed since; missing where that is not known. */
  answeredAgain?: number;
  /** Whether the reader may declare; who may not is told whose move it is. */
  maySubmit?: boolean;
};

const questions = (count: number) => `${count} question${count === 1 ? '' : 's'}`;

/** Everything is answered, and the reader is nobody who may declare. */
function signatoryStep(done: string, submit: string, by = ''): NextStep {
  const sentence = `${done}. A signatory of your organisation can now ${submit}${by}.`;
  return { sentence, action: 'Check the answers', target: 'check' };
}

const mend = (badFiles: number) =>
  `${badFiles === 1 ? 'a file contains' : `${badFiles} files contain`} a virus and must be replaced or removed`;

function draftStep({ left, maySubmit, badFiles = 0 }: StepFacts): NextStep {
  if (left === 0 && badFiles > 0)
    return {
      sentence: `Your move: every question is answered, but ${mend(badFiles)}.`,
      action: 'Continue',
      target: 'application',
    };
  if (left === 0 && maySubmit === false)
    return signatoryStep('Every question is answered', 'submit the declaration');
  if (left === 0)
    return {
      sentence: 'Your move: every question is answered. Check the answers and submit.',
      action: 'Check and submit',
      target: 'check',
    };
  const verb = left === 1 ? 'is' : 'are';
  const sentence = `Your move: ${questions(left)} ${verb} left to answer.`;
  return { sentence, action: 'Continue', target: 'application' };
}

function requestStep(facts: StepFacts): NextStep {
  const { flagged, dueOn, today, calendar, badFiles = 0 } = facts;
  const answered = facts.left === 0 && flagged > 0 && facts.answeredAgain === flagged;
  const ready = answered && badFiles === 0;
  if (ready && facts.maySubmit === false) {
    const by = dueOn !== null && today <= dueOn ? ` by ${formatPlainDate(dueOn)}` : '';
    return signatoryStep('Everything asked for is answered', 'submit again', by);
  }
  const unanswered = `${questions(flagged)} ${flagged === 1 ? 'needs' : 'need'} more information`;
  const done = 'everything asked for is answered';
  const toDo = answered ? `${done}, but ${mend(badFiles)}` : unanswered;
  const need = ready ? `${done}. Check the answers and submit again` : toDo;
  const step: Omit<NextStep, 'sentence'> = ready
    ? { action: 'Check and submit', target: 'check' }
    : { action: 'Answer the request', target: 'application' };
  if (dueOn === null) return { sentence: `Your move: ${need}.`, ...step };
  const due = formatPlainDate(dueOn);
  if (today <= dueOn) return { sentence: `Your move: ${need} by ${due}.`, ...step };
  const end = formatPlainDate(lastAnswerDay(calendar, dueOn));
  const sentence = `Your move: ${need}. It was due on ${due}; the request closes after ${end}.`;
  return { sentence, ...step };
}

function waitStep({ dueOn, today }: StepFacts, doing: string): NextStep {
  const expect =
    dueOn !== null && today <= dueOn ? ` Expect to hear by ${formatPlainDate(dueOn)}.` : '';
  const late =
    dueOn !== null && today > dueOn
      ? ` This was due on ${formatPlainDate(dueOn)} and is taking longer than it should.`
      : '';
  return {
    sentence: `${doing}${expect}${late}`,
    action: 'View declaration',
    target: 'declaration',
  };
}

/**
 * The supplier's next step in words (domain, the case: whose move it is). Sentences name no person
 * of the staff, and no status by its id.
 */
export function nextStep(facts: StepFacts): NextStep {
  const day = formatPlainDate(facts.since);
  const decided = { action: 'Read the decision', target: 'decision' } as const;
  switch (facts.status) {
    case 'draft':
      return draftStep(facts);
    case 'information_requested':
      return requestStep(facts);
    case 'submitted':
      return waitStep(facts, 'Your declaration is with the assessor.');
    case 'in_assessment':
      return waitStep(facts, 'The assessor is reviewing your answers.');
    case 'recommended':
      return {
        ...waitStep({ ...facts, dueOn: null }, ''),
        sentence: 'A second person is checking what the assessor recommended.',
      };
    case 'approved':
      return { sentence: `Approved on ${day}.`, ...decided };
    case 'approved_with_conditions':
      return { sentence: `Approved with conditions on ${day}.`, ...decided };
    case 'rejected':
      return { sentence: `Rejected on ${day}. The decision gives the reasons.`, ...decided };
    case 'withdrawn':
      return {
        sentence: `You withdrew this application on ${day}.`,
        action: 'View application',
        target: 'application',
      };
  }
}
