import type { AupVersion } from './aup';
import type { PlainDate } from './dates';
import type { EvidenceFile } from './evidence-file';
import type { OdsFact } from './ods-fact';
import type { AvailableMove, OnboardingState } from './onboarding';
import type { OnboardingDetails } from './onboarding-form';
import type { RecordedAlert } from './onboarding-records';
import type { ShownCheck, Told } from './onboarding-telling';
import type { Verdict, VerdictFlag, VerdictReason } from './onboarding-verdict';
import type { RegisterAnswer } from './register-truth';
import type { TimelineEntry } from './timeline';

/** One end user organisation for one product, as it is shown to its supplier and to the staff. */
export type OnboardingView = OnboardingDetails & {
  id: string;
  odsCode: string;
  product: string;
  /** The first day of the product, where it is known. */
  since: PlainDate | null;
  state: OnboardingState;
  /** Since when it is in its state, and why. */
  stateOn: PlainDate;
  stateReason: string;
  /** Where it is live: what is said of its product that is not cleared for it; else null. */
  uncleared: string | null;
  lead: { odsCode: string; name: string } | null;
  alert: RecordedAlert;
  /** A later alert, since it went live; null where there is none. */
  renewed: RecordedAlert | null;
  override: { reason: string; by: string | null; at: Date } | null;
  verdict: Verdict;
  /** The verdict in words: 'Not ready: 2 things are missing'. */
  says: string;
  reasons: Told<VerdictReason>[];
  flags: Told<VerdictFlag>[];
  ods: OdsFact;
  /** What the register in use says of the code under which its DSPT is published. */
  register: RegisterAnswer | null;
  /** Of the supplier, the newest first. */
  checks: ShownCheck[];
  /** Every version of the AUP, the latest first. */
  aupVersions: readonly AupVersion[];
  files: EvidenceFile[];
  /** The last that happened, the latest first; `more` where there is more. */
  history: TimelineEntry[];
  more: boolean;
  /** The moves that the reader may make now. */
  moves: AvailableMove[];
  mayEdit: boolean;
  mayOverride: boolean;
  version: number;
  today: PlainDate;
};
