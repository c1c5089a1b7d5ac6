import { paths } from '@/lib/paths';
import { formatPlainDate } from './dates';
import { OUTCOME_LABELS } from './decision';
import { type CaseMessageFacts, type MessageContent, questionWords } from './message-content';
import type { CaseKind } from './message-kinds';

type Compose = (facts: CaseMessageFacts) => MessageContent;
type Words = Pick<MessageContent, 'subject' | 'heading' | 'paragraphs'> & Partial<MessageContent>;

const toCase = ({ reference }: CaseMessageFacts, words: Words): MessageContent => ({
  ...{ list: [], dueOn: null, path: paths.assessment(reference), linkText: 'Open the case' },
  ...words,
});

/** 'Lantern Rota from Larkfield (DSI-…)': the case in a sentence. */
const caseOf = ({ product, organisation, reference }: CaseMessageFacts): string =>
  `${product} from ${organisation} (${reference})`;

const due = ({ dueOn }: CaseMessageFacts, what: string): string[] =>
  dueOn ? [`${what} is due by ${formatPlainDate(dueOn)}.`] : [];

/** The words of each message to staff. Names of people, notes and reasons stay behind the link. */
export const STAFF_MESSAGES = {
  'declaration-received': (facts) =>
    toCase(facts, {
      subject: `Declaration received: ${facts.product} (${facts.reference})`,
      heading: `${facts.organisation} has submitted its declaration for ${facts.product}`,
      paragraphs: [
        `You have the case of ${caseOf(facts)}, and the declaration is with you now.`,
        ...due(facts, 'Your response'),
        'What to do next: review each question that is open.',
        ...(facts.questions.length > 0 ? ['You asked for more information about:'] : []),
      ],
      list: facts.questions.map(questionWords),
      dueOn: facts.dueOn,
    }),
  'case-waiting': (facts) =>
    toCase(facts, {
      subject: `Waiting for an assessor: ${facts.product} (${facts.reference})`,
      heading: `${facts.product} waits for an assessor`,
      paragraphs: [
        `Nobody has the case of ${caseOf(facts)}.`,
        ...due(facts, 'A response'),
        "What to do next: if you have time for it, assign it to yourself. 'Take next' in the queue gives you the case that is due first.",
      ],
      dueOn: facts.dueOn,
    }),
  'taken-back': (facts) =>
    toCase(facts, {
      subject: `Declaration taken back: ${facts.product} (${facts.reference})`,
      heading: `${facts.organisation} has taken back its declaration for ${facts.product}`,
      paragraphs: [
        `The declaration for ${caseOf(facts)} is a draft again.`,
        'You do not need to do anything. You keep the case, and it comes back to you when the supplier submits it again.',
      ],
    }),
  withdrawn: (facts) =>
    toCase(facts, {
      subject: `Application withdrawn: ${facts.product} (${facts.reference})`,
      heading: `${facts.organisation} has withdrawn its application for ${facts.product}`,
      paragraphs: [
        `The case of ${caseOf(facts)} is closed.`,
        'You do not need to do anything. The supplier gave a reason, which you can read in the case.',
      ],
    }),
  'request-unanswered': (facts) =>
    toCase(facts, {
      subject: `Request not answered: ${facts.product} (${facts.reference})`,
      heading: `${facts.organisation} did not answer the request about ${facts.product}`,
      paragraphs: [
        facts.dueOn
          ? `The request for information about ${caseOf(facts)} was due on ${formatPlainDate(facts.dueOn)}. It has run out.`
          : `The request for information about ${caseOf(facts)} has run out.`,
        'What to do next: go on with the answers that were submitted before, and recommend a decision.',
      ],
    }),
  'time-asked': (facts) =>
    toCase(facts, {
      subject: `More time asked for: ${facts.product} (${facts.reference})`,
      heading: `${facts.organisation} asks for more time for ${facts.product}`,
      paragraphs: [
        `The supplier asks for more time to answer the request for information about ${caseOf(facts)}.`,
        ...due(facts, 'The answer'),
        'What to do next: read why they ask. Then give them a later due date, or leave it as it is.',
      ],
    }),
  assigned: (facts) =>
    toCase(facts, {
      subject: `You have a new case: ${facts.product} (${facts.reference})`,
      heading: `You have a new case: ${facts.product}`,
      paragraphs: [
        `The case of ${caseOf(facts)} was given to you.`,
        ...due(facts, 'The next step'),
        'What to do next: open the case. It shows what is left to do, and any note for you.',
      ],
      dueOn: facts.dueOn,
    }),
  unassigned: (facts) =>
    toCase(facts, {
      subject: `No longer your case: ${facts.product} (${facts.reference})`,
      heading: `You no longer have the case of ${facts.product}`,
      paragraphs: [
        `The case of ${caseOf(facts)} was given to somebody else or put back in the queue.`,
        'You do not need to do anything.',
      ],
    }),
  conflict: (facts) =>
    toCase(facts, {
      subject: `Conflict of interest declared: ${facts.product} (${facts.reference})`,
      heading: `A conflict of interest is declared for ${facts.product}`,
      paragraphs: [
        `Somebody declared a conflict of interest with ${caseOf(facts)}. They cannot be given this case.`,
        'What to do next: if the case was theirs, it is back in the queue. Check that somebody can take it in time.',
      ],
    }),
  recommended: (facts) =>
    toCase(facts, {
      subject: `Waiting for a second person: ${facts.product} (${facts.reference})`,
      heading: `A decision on ${facts.product} waits for a second person`,
      paragraphs: [
        `A decision is recommended for ${caseOf(facts)}. You took no part in it, so you can confirm it.`,
        'What to do next: read the recommendation. Then confirm it, or send it back.',
      ],
      path: paths.caseConfirm(facts.reference),
      linkText: 'Read the recommendation',
    }),
  'sent-back': (facts) =>
    toCase(facts, {
      subject: `Recommendation sent back: ${facts.product} (${facts.reference})`,
      heading: `The recommendation for ${facts.product} was sent back`,
      paragraphs: [
        `A second person did not confirm the recommendation for ${caseOf(facts)}, and left a note.`,
        ...due(facts, 'The next step'),
        'What to do next: read the note. Then change what needs changing, and recommend again.',
      ],
      dueOn: facts.dueOn,
    }),
  'decided-staff': (facts) =>
    toCase(facts, {
      subject: `Decision confirmed: ${facts.product} (${facts.reference})`,
      heading: `The decision on ${facts.product} is confirmed`,
      paragraphs: [
        `A second person confirmed the recommendation for ${caseOf(facts)}${facts.outcome ? `: ${OUTCOME_LABELS[facts.outcome].toLowerCase()}` : ''}.`,
        'You do not need to do anything. The supplier is told.',
      ],
    }),
  'thread-supplier': (facts) =>
    toCase(facts, {
      subject: `Message from a supplier: ${facts.product} (${facts.reference})`,
      heading: `${facts.organisation} has written to you about ${facts.product}`,
      paragraphs: [
        `There is a new message from the supplier in the case of ${caseOf(facts)}.`,
        'What to do next: read the message and answer it. If you cannot, give the case to an assessor who can.',
        ...(facts.questions.length > 0 ? ['It is about:'] : []),
      ],
      list: facts.questions.map(questionWords),
      path: paths.caseThread(facts.reference),
      linkText: 'Read the message',
    }),
} as const satisfies Partial<Record<CaseKind, Compose>>;
