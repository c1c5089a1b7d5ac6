import { type Assurance, assuredUntil, describeAssurance } from './assurance';
import { certificateOf } from './certificate';
import { formatPlainDate, type PlainDate } from './dates';
import { type AnswerValues, declaredClaim } from './declared-dspt';
import { currentUntil, type DsptClaim, type Edition, judgeDspt, LEVELS } from './dspt';

/** What the register said last of the code that was declared, and the day of the snapshot that says it. */
export type ShownStatus = Pick<DsptClaim, 'level' | 'edition'> & { asOf: PlainDate };

/** What an approval in force rests on. */
export type ApprovalBasis = {
  /** The answers of the declaration that was approved, as read. */
  values: AnswerValues;
  agreementSignedOn: PlainDate | null;
  /** Whether the verdict on the ISMS relied on the certificate, frozen with the approval. */
  certificateReliedOn: boolean;
  /** The day in London on which the approval began. */
  beganOn: PlainDate;
  /** Null where no register is in use, or where the last whole one and those since have no row of the supplier's. */
  shown: ShownStatus | null;
};

const passingEdition = ({ level, edition }: Pick<DsptClaim, 'level' | 'edition'>) =>
  level !== null && LEVELS[level].passes ? edition : null;

/**
 * The edition that counts: the declared one or, with the day of the register that shows it, a newer
 * one that passes. The register only ever extends, and clears nothing that was not approved.
 */
function countedEdition({ values, shown }: Pick<ApprovalBasis, 'values' | 'shown'>) {
  const declared = passingEdition(declaredClaim(values));
  const newer = shown && passingEdition(shown);
  return declared && newer && currentUntil(newer) > currentUntil(declared)
    ? { edition: newer, shownAsOf: shown.asOf }
    : { edition: declared, shownAsOf: null };
}

/**
 * Until when an approval in force is assured, with its cause (domain, assured until). Null without a
 * status that passes.
 */
export function productAssurance(
  basis: ApprovalBasis,
): (Assurance & { edition: Edition | null; shownAsOf: PlainDate | null }) | null {
  const counted = countedEdition(basis);
  const facts = {
    editionCurrentUntil: counted.edition && currentUntil(counted.edition),
    agreementSignedOn: basis.agreementSignedOn,
    certificateExpiresOn: (certificateOf(basis.values.isms)?.expiresOn || null) as PlainDate | null,
    certificateReliedOn: basis.certificateReliedOn,
  };
  const assurance = assuredUntil(facts, basis.beganOn);
  return assurance && { ...assurance, ...counted };
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
  const { edition, shownAsOf } = assurance;
  const sentence = describeAssurance(assurance, { edition, shownAsOf, whose, today });
  return { cleared: today <= assurance.until, sentence };
}

/**
 * What the register said last against an approval in force, as a sentence to its supplier: a status
 * that does not pass today. Null where it passes, and where there is nothing of the supplier's in it.
 */
export function registerAgainst(basis: ApprovalBasis | null, today: PlainDate): string | null {
  if (!basis?.shown) return null;
  const { level, edition, asOf } = basis.shown;
  if (judgeDspt({ level, edition, publishedOn: null }, today).verdict === 'passes') return null;
  const named = edition && level !== 'not_published' ? `${edition} ` : '';
  const status = level ? `${named}${LEVELS[level].label}` : 'a status that does not count';
  return `The DSPT register of ${formatPlainDate(asOf)} has your organisation as ${status}, which does not pass.`;
}
