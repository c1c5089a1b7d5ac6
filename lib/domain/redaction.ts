/**
 * The tables whose rows repeat what an event says, and what each is called: the same words go from
 * them as well (migration redact-copies, held to this by a test).
 */
export const REDACTED_COPIES = {
  staff_notes: 'notes',
  question_reviews: 'verdicts',
  information_requests: 'requests for information',
  information_request_items: 'requests for information',
  unlocked_questions: 'reasons to open a question',
  conflicts_of_interest: 'conflicts of interest',
  recommendations: 'recommendations',
  decisions: 'decisions',
  conditions: 'conditions',
} as const;

const [last, ...before] = [...new Set<string>(Object.values(REDACTED_COPIES))].reverse();

/** What goes for good when the words of an event are taken out. */
export const REDACTION_TAKES_OUT: readonly string[] = [
  'everything that this event says, wherever the history or a conversation shows it',
  `in this application’s ${before.reverse().join(', ')} and ${last}, each text that is the same as one of these, word for word`,
];

/** What stays, so that whoever takes words out knows where else to look. */
export const REDACTION_KEEPS: readonly string[] = [
  'a declaration that was submitted: its answers are frozen and keep these words',
  'answers that are not submitted yet, files, and emails that were sent',
  'other events, and texts that hold these words among others: ask for each event by itself',
  'the reasons for which a redaction was asked for, that there were words, and who took them out',
];
