/** Characters of a cell, and of the one that may hold a sentence. */
export const MOST_CHARACTERS = 200;
export const MOST_OF_CLINICAL_SAFETY = 500;

const date = (column: string) =>
  `${column} is not a real date written as yyyy-mm-dd or dd/mm/yyyy` as const;

/** Why a row of an import is left out, in the order in which it is said; kept, so never renamed. */
const EUO_REFUSALS = {
  cells: 'The row has more cells than the first row has headings',
  characters: 'The row holds characters that are no text',
  too_long: `A cell is too long: ${MOST_CHARACTERS} characters at most, ${MOST_OF_CLINICAL_SAFETY} in clinical_safety`,
  code_missing: 'The ODS code is missing',
  code_unreadable: 'The ODS code is not 1 to 9 letters and numbers',
  code_twice: 'The ODS code stands in an earlier row for the same product already',
  name_missing: 'The name is missing, and nothing else says the name of this ODS code',
  product_missing: 'The product is missing',
  product_unknown: 'The product is none of yours',
  state_unknown: 'The state is not planned, live, suspended, disconnected or cancelled',
  closed: 'It is disconnected or cancelled, so nothing of it can be changed',
  state_move: 'The state cannot follow the one that it has now',
  lead_unreadable: 'The ODS code of the lead is not 1 to 9 letters and numbers',
  lead_itself: 'It is named as its own lead',
  lead_missing: 'Its lead is neither among your end user organisations nor in this file',
  lead_refused: 'Its lead is a row of this file that is refused itself',
  lead_has_lead: 'Its lead has a lead of its own',
  is_lead: 'It is the lead of others, so it cannot have a lead',
  go_live_unreadable: date('go_live_on'),
  go_live_missing: 'It went live, and the date is missing',
  go_live_ahead: 'It went live, and the date lies ahead',
  go_live_fixed: 'It went live on another date. Correct it on its page: an import cannot',
  go_live_before_product: 'The go-live date is before the first day of the product',
  go_live_too_early: 'The go-live date is before 1990',
  dspt_code_unreadable: 'The DSPT code has more than 23 characters, or others than it may have',
  dspt_published_unreadable: date('dspt_published_on'),
  dspt_checked_unreadable: date('dspt_checked_on'),
  check_incomplete: 'A DSPT check needs both dspt_status and dspt_checked_on',
  check_ahead: 'The date of the DSPT check lies ahead',
  check_too_early: 'The date of the DSPT check is before 1 April 2018',
  published_after_check: 'The date of publication is after the date of the DSPT check',
  aup_alerted_unreadable: date('aup_alerted_on'),
  alert_incomplete: 'An AUP alert needs both aup_version and aup_alerted_on',
  alert_ahead: 'The date of the AUP alert lies ahead',
  email_unreadable: 'The email address is not in the correct format, like name@example.com',
  not_ready_new:
    'It went live in the last 30 days and was not ready. Import it as planned, then make it live on its page, where every reason is given',
  not_ready: 'It is not ready to go live. Make it live on its page, where every reason is given',
} as const;
export type EuoRefusal = keyof typeof EUO_REFUSALS;
const EUO_REFUSAL_IDS = Object.keys(EUO_REFUSALS) as EuoRefusal[];

/** Every reason against a row, as sentences in the order of the table. */
export const refusalSentences = (reasons: readonly EuoRefusal[]): string[] =>
  EUO_REFUSAL_IDS.filter((reason) => reasons.includes(reason)).map(
    (reason) => EUO_REFUSALS[reason],
  );
