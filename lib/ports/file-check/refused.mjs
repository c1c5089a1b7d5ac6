/** Thrown where a check finds what is not taken; `why` is an EvidenceProblem. */
export class Refused extends Error {
  /** @param {string} why */
  constructor(why) {
    super(why);
    this.why = why;
  }
}

/**
 * Ends the check.
 * @param {string} why
 * @returns {never}
 */
export function refuse(why) {
  throw new Refused(why);
}
