/** Why a look-up brought no answer, in words for whoever asked; ids stand in addresses. */
export const ODS_TROUBLES = {
  not_configured: 'ODS cannot be asked from here: no connection to it is set up.',
  too_often: 'You have asked ODS many times. Wait a minute, then check again.',
  too_many: 'ODS takes no more questions just now. Wait a few minutes, then check again.',
  no_answer: 'ODS did not answer. Check again later.',
  nonsense: 'ODS gave an answer that cannot be read. Tell whoever runs this service.',
} as const;
export type OdsTrouble = keyof typeof ODS_TROUBLES;
export const isOdsTrouble = (text: string): text is OdsTrouble => Object.hasOwn(ODS_TROUBLES, text);

/** Hours for which an answer of ODS is used again before it is asked anew. */
export const HOURS_OF_AN_ANSWER = 24;
