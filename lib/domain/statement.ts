export type Declarer = {
  /** The signatory's name. */
  name: string;
  organisation: string;
  odsCode: string;
  product: string;
};

/**
 * What a signatory declares, in full sentences, as it is shown before submission and frozen with
 * it. The duty to tell of changes and to confirm each year is clause 3.5 of the connection agreement.
 */
export const declarationStatement = (who: Declarer): string[] => [
  `I, ${who.name}, make this declaration for ${who.organisation} (ODS code ${who.odsCode}) about its product ${who.product}.`,
  `${who.organisation} has authorised me to make it.`,
  'Every answer is true, accurate and complete to the best of my knowledge on the day I submit it.',
  `${who.organisation} will tell NHS England of any change to what is declared here as soon as it becomes aware of it. Every year, on the anniversary of the connection agreement, it will confirm that everything declared is still true, accurate and complete (connection agreement, clause 3.5).`,
];
