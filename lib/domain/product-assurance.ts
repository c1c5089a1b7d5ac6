import { type Assurance, assuredUntil, describeAssurance } from './assurance';
import { certificateOf } from './certificate';
import type { PlainDate } from './dates';
import { type AnswerValues, declaredClaim } from './declared-dspt';
import { currentUntil, type Edition, LEVELS } from './dspt';

/** What an approval in force rests on. */
export type ApprovalBasis = {
  /** The answers of the declaration that was approved, as read. */
  values: AnswerValues;
  agreementSignedOn: PlainDate | null;
  /** Whether the verdict on the ISMS relied on the certificate, frozen with the approval. */
  certificateReliedOn: boolean;
  /** The day in London on which the approval began. */
  beganOn: PlainDate;
};

/**
 * Until when an approval in force is assured, with its cause (domain, assured until). Null without a
 * status that passes.
 */
function productAssurance(basis: ApprovalBasis): (Assurance & { edition: Edition | null }) | null {
  const { level, edition } = declaredClaim(basis.values);
  const passes = level !== null && LEVELS[level].passes && edition !== null;
  const facts = {
    editionCurrentUntil: passes ? currentUntil(edition) : null,
    agreementSignedOn: basis.agreementSignedOn,
    certificateExpiresOn: (certificateOf(basis.values.isms)?.expiresOn || null) as PlainDate | null,
    certificateReliedOn: basis.certificateReliedOn,
  };
  const assurance = assuredUntil(facts, basis.beganOn);
  return assurance && { ...assurance, edition };
}

export type ClearanceLine = { cleared: boolean; sentence: string };

/**
 * The line above everything of a product: 'Not cleared for live', or until when it is assured.
 * `whose` says who reads it: 'your' for the supplier, 'the' for staff.
 */
export function clearanceLine(
  basis: ApprovalBasis | null,
  today: PlainDate,
  whose: 'your' | 'the' = 'your',
): ClearanceLine {
  const assurance = basis && productAssurance(basis);
  if (!assurance) return { cleared: false, sentence: 'Not cleared for live' };
  const { edition } = assurance;
  const sentence = describeAssurance(assurance, { edition, whose, today });
  return { cleared: today <= assurance.until, sentence };
}
