import { paths } from '@/lib/paths';
import { approvalNextStep, approvalSentence } from './approval-words';
import { formatPlainDate } from './dates';
import type { Outcome } from './decision';
import {
  type CaseMessageFacts,
  type MessageContent,
  oneLine,
  questionWords,
} from './message-content';
import type { CaseKind } from './message-kinds';

type Compose = (facts: CaseMessageFacts) => MessageContent;
type Words = Pick<MessageContent, 'subject' | 'heading' | 'paragraphs'> & Partial<MessageContent>;

const by = ({ dueOn }: CaseMessageFacts): string => (dueOn ? ` by ${formatPlainDate(dueOn)}` : '');

/** What most messages share: they lead to the application, and nothing must be done. */
const toApplication = ({ reference }: CaseMessageFacts, words: Words): MessageContent => ({
  ...{ list: [], dueOn: null, path: paths.application(reference), linkText: 'View application' },
  ...words,
});

/** The same where answers are wanted: the questions are listed, by the words that lead over to them. */
function toRequest(facts: CaseMessageFacts, words: Words): MessageContent {
  const list = facts.questions.map(questionWords);
  const one = 'This question needs more information:';
  const lead = list.length === 1 ? one : 'These questions need more information:';
  return toApplication(facts, {
    ...{ list, dueOn: facts.dueOn, linkText: 'Answer the request' },
    ...words,
    paragraphs: list.length > 0 ? [...words.paragraphs, lead] : words.paragraphs,
  });
}

const answerStep = (facts: CaseMessageFacts): string =>
  `What to do next: read what the assessor wrote about each question, change your answers, then submit them again${by(facts)}.`;

function reminder(facts: CaseMessageFacts): MessageContent {
  const { product, reference, daysBefore } = facts;
  const today = daysBefore === 0;
  const when = today ? ' today' : by(facts);
  return toRequest(facts, {
    subject: `${today ? 'Due today' : 'Reminder'}: more information needed${by(facts)} for ${product}`,
    heading: `Send more information about ${product}${when}`,
    paragraphs: [
      `The assessor asked for more information about ${product} (${reference}) and needs your answer${when}.`,
      answerStep(facts),
      'If you need more time, ask for it before you continue. You can do this on the same page.',
    ],
  });
}

const DECIDED: Record<Outcome, { is: string; next: string }> = {
  approved: {
    is: 'approved',
    next: 'Read the decision. It says how long the approval lasts, and what it depends on.',
  },
  approved_with_conditions: {
    is: 'approved with conditions',
    next: 'What to do next: read the conditions, and the date by which you must meet each of them.',
  },
  rejected: {
    is: 'rejected',
    next: 'What to do next: read the decision, which gives the reasons.',
  },
};

function decided(facts: CaseMessageFacts): MessageContent {
  const { product, reference, outcome } = facts;
  const { is, next } = outcome ? DECIDED[outcome] : { is: 'decided', next: 'Read the decision.' };
  return toApplication(facts, {
    // The outcome is not in the subject, which shows on locked screens.
    subject: `Decision made on ${product}`,
    heading: `Your application for ${product} is ${is}`,
    paragraphs: [`A decision is made on your declaration for ${product} (${reference}).`, next],
    path: paths.decision(reference),
    linkText: 'Read the decision',
  });
}

/** The words of each message to a supplier. They name nobody: 'the assessor', 'a signatory'. */
export const SUPPLIER_MESSAGES = {
  'request-sent': (facts) =>
    toRequest(facts, {
      subject: `More information needed${by(facts)} for ${facts.product}`,
      heading: `The assessor needs more information about ${facts.product}`,
      paragraphs: [
        `The assessor has read your declaration for ${facts.product} (${facts.reference}) and needs more information to go on.`,
        answerStep(facts),
      ],
    }),
  'request-cancelled': (facts) =>
    toApplication(facts, {
      subject: `No more information needed for ${facts.product}`,
      heading: `You no longer need to send more information about ${facts.product}`,
      paragraphs: [
        `The assessor has cancelled the request for information about ${facts.product} (${facts.reference}).`,
        'You do not need to do anything. The assessor goes on with the declaration as you submitted it.',
      ],
    }),
  'request-expired': (facts) =>
    toApplication(facts, {
      subject: `Request for information closed for ${facts.product}`,
      heading: `It is too late to send more information about ${facts.product}`,
      paragraphs: [
        facts.dueOn && facts.lastDay
          ? `The request for information about ${facts.product} (${facts.reference}) was due on ${formatPlainDate(facts.dueOn)}. It closed after ${formatPlainDate(facts.lastDay)} without an answer.`
          : `The request for information about ${facts.product} (${facts.reference}) closed without an answer.`,
        'What happens next: the assessor goes on with the declaration as you last submitted it.',
      ],
    }),
  'time-given': (facts) =>
    toRequest(facts, {
      subject: `More time to send information for ${facts.product}`,
      heading: `You have more time to send information about ${facts.product}`,
      paragraphs: [
        `The assessor has changed the due date of the request for information about ${facts.product} (${facts.reference})${facts.dueOn ? ` to ${formatPlainDate(facts.dueOn)}` : ''}.`,
        answerStep(facts),
      ],
    }),
  reminder,
  'withdrawn-supplier': (facts) =>
    toApplication(facts, {
      subject: `Application withdrawn for ${facts.product}`,
      heading: `The application for ${facts.product} is withdrawn`,
      paragraphs: [
        `A signatory of your organisation has withdrawn the application for ${facts.product} (${facts.reference}).`,
        'You do not need to do anything. If the product still needs approval, start a new application.',
      ],
    }),
  decided,
  'condition-met': (facts) =>
    toApplication(facts, {
      subject: `Condition met for ${facts.product}`,
      heading: `You have met a condition of the approval of ${facts.product}`,
      paragraphs: [
        `The assessor has recorded that you met a condition of the approval of ${facts.product} (${facts.reference}).`,
        'What to do next: check whether there are other conditions to meet.',
      ],
      path: paths.decision(facts.reference),
      linkText: 'View the conditions',
    }),
  'approval-at-risk': (facts) => {
    const { product, reference, worse = [] } = facts;
    const what = worse.map((found) => `${oneLine(approvalSentence(found))}.`);
    return toApplication(facts, {
      subject: `Check your approval for ${product}`,
      heading: `Your approval for ${product} is at risk`,
      paragraphs: [
        [`This is about the approval of ${product} (${reference}).`, ...what].join(' '),
        `What to do next: ${approvalNextStep(worse)}`,
      ],
      ...{ path: paths.decision(reference), linkText: 'See how your approval stands' },
    });
  },
  'review-upheld': (facts) =>
    toApplication(facts, {
      subject: `Decision opened again for ${facts.product}`,
      heading: `The decision on ${facts.product} is opened again`,
      paragraphs: [
        `After a review, your declaration for ${facts.product} (${facts.reference}) will be assessed again.`,
        'You do not need to do anything now. You will get another message when there is a decision, or if the assessor needs more information.',
      ],
    }),
  'thread-assessor': (facts) =>
    toApplication(facts, {
      subject: `Message from the assessor about ${facts.product}`,
      heading: `The assessor has written to you about ${facts.product}`,
      paragraphs: [
        `There is a new message from the assessor about ${facts.product} (${facts.reference}).`,
        'What to do next: read the message, and answer it if you need to.',
        ...(facts.questions.length > 0 ? ['It is about:'] : []),
      ],
      list: facts.questions.map(questionWords),
      path: paths.thread(facts.reference),
      linkText: 'Read the message',
    }),
} as const satisfies Partial<Record<CaseKind, Compose>>;
