import type { Findings } from './steps';

/** Both answers in a supplier's own words are too short. */
export const THIN: Findings = {
  'euo-process': {
    verdict: 'insufficient',
    reasons: ['process-incomplete', 'aup-not-covered'],
    missing: ['who', 'source', 'non-compliance', 'aup', 'recheck'],
    note: 'Please name who checks and against which source, say what happens when an organisation does not comply, how the acceptable use policy reaches it, and how the check is repeated each year.',
  },
  isms: {
    verdict: 'insufficient',
    reasons: ['isms-scope', 'no-explanation'],
    missing: ['scope', 'policy', 'controls', 'audit'],
    note: 'Please say what the scope of your ISMS is and that it covers this product, and describe its policy, controls and audits.',
  },
};

/** The same of one of them. */
export const THIN_EUO: Findings = { 'euo-process': THIN['euo-process'] };
export const THIN_ISMS: Findings = { isms: THIN.isms };

/** What the register says is said otherwise. */
export const OTHER_DATE: Findings = {
  'dspt-published-on': {
    verdict: 'insufficient',
    reasons: ['date-wrong'],
    note: 'The public register holds another date. Please give the one there, or say why yours differs.',
  },
};

/** Subcontractors are left out of the answer on the level. */
export const NO_SUBCONTRACTORS: Findings = {
  'dspt-compliant': {
    verdict: 'insufficient',
    reasons: ['subcontractors-missing'],
    missing: ['coverage'],
    note: 'Please say whether your subcontractors are within the assessment.',
  },
};

/** The requirement is not met, so that asking again would not help. */
export const ISMS_NOT_MET: Findings = {
  isms: { verdict: 'not_met', note: 'The ISMS does not cover this product yet.' },
};
