import { addYears, formatPlainDate, type PlainDate } from './dates';
import type { Edition } from './dspt';

export const ASSURANCE_CAUSES = ['dspt_edition', 'agreement_anniversary', 'certificate'] as const;
export type AssuranceCause = (typeof ASSURANCE_CAUSES)[number];
/** The last day on which the approval is backed by what was declared, and what ends it. */
export type Assurance = { until: PlainDate; cause: AssuranceCause };

export type AssuranceFacts = {
  /** End of the currency of the newest edition that passes; null when no status passes. */
  editionCurrentUntil: PlainDate | null;
  /** The date of the connection agreement, once staff entered it. */
  agreementSignedOn: PlainDate | null;
  certificateExpiresOn: PlainDate | null;
  /** Whether the verdict on the ISMS question relied on the certificate. */
  certificateReliedOn: boolean;
};

/** The first anniversary after a day; 29 February has its anniversary on 28 in other years. */
export function nextAnniversary(signedOn: PlainDate, after: PlainDate): PlainDate {
  const apart = Number(after.slice(0, 4)) - Number(signedOn.slice(0, 4));
  for (let years = Math.max(1, apart); ; years += 1) {
    const anniversary = addYears(signedOn, years);
    if (anniversary > after) return anniversary;
  }
}

/**
 * Until when an approval is assured: the earliest of the edition's currency, the agreement's next
 * anniversary (clause 3.5) and the expiry of a certificate that was relied on. `on` is the day of
 * the decision or of the last yearly confirmation, never simply today, or no anniversary would ever
 * be reached. Null without a passing status: then nothing is assured, whatever else holds.
 */
export function assuredUntil(facts: AssuranceFacts, on: PlainDate): Assurance | null {
  if (facts.editionCurrentUntil === null) return null;
  const candidates: Assurance[] = [{ until: facts.editionCurrentUntil, cause: 'dspt_edition' }];
  if (facts.agreementSignedOn) {
    const until = nextAnniversary(facts.agreementSignedOn, on);
    candidates.push({ until, cause: 'agreement_anniversary' });
  }
  if (facts.certificateReliedOn && facts.certificateExpiresOn) {
    candidates.push({ until: facts.certificateExpiresOn, cause: 'certificate' });
  }
  return candidates.reduce((first, other) => (other.until < first.until ? other : first));
}

/**
 * The sentence with date and cause, without a full stop: 'Assured until 30 June 2027, because your
 * 25/26 DSPT status runs out then'. `shownAsOf` is the day of the register that shows the status,
 * null for a declared one; `whose` says who reads it: 'your' for the supplier, 'the' for staff. A
 * date before `today` is told as past.
 */
export function describeAssurance(
  assurance: Assurance,
  words: {
    edition: Edition | null;
    shownAsOf: PlainDate | null;
    whose: 'your' | 'the';
    today: PlainDate;
  },
): string {
  const { until, cause } = assurance;
  const { edition, shownAsOf, whose, today } = words;
  const past = until < today;
  const source = shownAsOf ? `, which the register of ${formatPlainDate(shownAsOf)} shows,` : '';
  const status = `${edition ? `${edition} ` : ''}DSPT status${source}`;
  const causes: Record<AssuranceCause, string> = {
    dspt_edition: `${whose} ${status} ${past ? 'ran' : 'runs'} out then`,
    agreement_anniversary: `${whose} connection agreement ${past ? 'had' : 'has'} its anniversary then`,
    certificate: `${whose} ISMS certificate ${past ? 'expired' : 'expires'} then`,
  };
  return `${past ? 'Was assured' : 'Assured'} until ${formatPlainDate(until)}, because ${causes[cause]}`;
}
