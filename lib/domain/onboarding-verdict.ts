import { type AupVersion, aupInForce, foldAupVersion } from './aup';
import type { PlainDate } from './dates';
import { type DsptClaim, type DsptVerdict, judgeDspt } from './dspt';
import type { OdsState } from './ods-fact';
import { isHeld, type OnboardingState, wentLive } from './onboarding';

/** What an onboarding is judged to be (the EUO rules). */
export const VERDICTS = {
  ready: { label: 'Ready', colour: 'green' },
  not_proven: { label: 'Not proven', colour: 'yellow' },
  not_ready: { label: 'Not ready', colour: 'red' },
  lapsed: { label: 'Lapsed', colour: 'orange' },
} as const;
export type Verdict = keyof typeof VERDICTS;
export const VERDICT_IDS = Object.keys(VERDICTS) as Verdict[];
export const isVerdict = (text: string): text is Verdict => Object.hasOwn(VERDICTS, text);

/** Why a verdict is not ready, in the order in which reasons are given; kept, so never renamed. */
export const VERDICT_REASONS = {
  ods_inactive: 'ODS code not active',
  ods_unknown: 'ODS code not known',
  dspt_not_proven: 'No DSPT check',
  dspt_unrecognised: 'DSPT status not recognised',
  dspt_not_published: 'DSPT not published',
  dspt_below: 'DSPT below Standards Met',
  dspt_stale: 'DSPT edition out of date',
  aup_missing: 'AUP alert missing',
  aup_late: 'AUP alert after go-live',
  aup_other_version: 'AUP version not in force',
  lapsed_ods: 'ODS code no longer active',
  lapsed_dspt: 'DSPT no longer passes',
} as const;
export type VerdictReason = keyof typeof VERDICT_REASONS;
export const VERDICT_REASON_IDS = Object.keys(VERDICT_REASONS) as VerdictReason[];

/** What is worth a look and changes no verdict, likewise. */
export const VERDICT_FLAGS = {
  ods_unchecked: 'ODS code not checked',
  ods_by_lead: 'Identity shown by its lead',
  dspt_late: 'DSPT published after the deadline',
  dspt_confirmed: 'DSPT confirmed later',
  dspt_differs: 'Check differs from the register',
  dspt_vanished: 'Left the DSPT register',
  aup_by_lead: 'AUP alerted through its lead',
  aup_outdated: 'Newer AUP version in force',
} as const;
export type VerdictFlag = keyof typeof VERDICT_FLAGS;
export const VERDICT_FLAG_IDS = Object.keys(VERDICT_FLAGS) as VerdictFlag[];

/** What somebody read of an organisation's DSPT on a day: a register's row or a supplier's check. */
export type DsptCheck = DsptClaim & {
  source: 'register' | 'supplier';
  /** Of the snapshot or of the check. */
  id: string;
  day: PlainDate;
  /** When it was uploaded or recorded: the later one counts among equals. */
  at: Date;
};

/** That an organisation was told of the AUP; null where nothing was recorded. */
export type AupAlert = {
  version: string | null;
  alertedOn: PlainDate | null;
  /** The version of a later alert, since it went live, where there is one. */
  renewed?: string | null;
};

export type OnboardingFacts = {
  state: OnboardingState;
  goLiveOn: PlainDate | null;
  /** Since when it is in its state. */
  stateOn: PlainDate;
  ods: { onDay: OdsState; today: OdsState };
  /** The same of its lead, on the day; null without one. */
  leadOds: OdsState | null;
  checks: readonly DsptCheck[];
  /** The latest snapshot that holds every organisation; null while there is none. */
  wholeRegister: { id: string; asOf: PlainDate } | null;
  alert: AupAlert;
  /** What its lead was told; null without one. */
  leadAlert: AupAlert | null;
  aupVersions: readonly AupVersion[];
};

export type Judgement = {
  verdict: Verdict;
  /** The day as at which it was judged. */
  day: PlainDate;
  reasons: VerdictReason[];
  flags: VerdictFlag[];
  /** The check that the DSPT was judged by, and today's; null where nothing can be used. */
  check: DsptCheck | null;
  checkToday: DsptCheck | null;
};

const DSPT_REASONS: Record<Exclude<DsptVerdict, 'passes'>, VerdictReason> = {
  unrecognised: 'dspt_unrecognised',
  not_published: 'dspt_not_published',
  below_standards_met: 'dspt_below',
  stale: 'dspt_stale',
};

/** The later of two checks; on the same day the register counts, then what was recorded last. */
function isNewer(one: DsptCheck, other: DsptCheck): boolean {
  if (one.day !== other.day) return one.day > other.day;
  if (one.source !== other.source) return one.source === 'register';
  const [at, before] = [one.at.getTime(), other.at.getTime()];
  return at === before ? one.id > other.id : at > before;
}
const newest = (checks: readonly DsptCheck[]): DsptCheck | null =>
  checks.reduce<DsptCheck | null>(
    (found, one) => (!found || isNewer(one, found) ? one : found),
    null,
  );

const passes = (check: DsptCheck, day: PlainDate) => judgeDspt(check, day).verdict === 'passes';

type DsptOn = { reason: VerdictReason | null; check: DsptCheck | null; confirmed: boolean };

/**
 * The DSPT as at a day: by the newest check on or before it. A later check may confirm, where its
 * status was published by then and its edition was current then; it never refutes.
 */
function dsptOn(checks: readonly DsptCheck[], day: PlainDate): DsptOn {
  const check = newest(checks.filter((one) => one.day <= day));
  if (check && passes(check, day)) return { reason: null, check, confirmed: false };
  const confirming = checks.filter(
    (one) =>
      one.day > day && one.publishedOn !== null && one.publishedOn <= day && passes(one, day),
  );
  const by = newest(confirming);
  if (by) return { reason: null, check: by, confirmed: true };
  if (!check) return { reason: 'dspt_not_proven', check: null, confirmed: false };
  const { verdict } = judgeDspt(check, day);
  return {
    reason: verdict === 'passes' ? null : DSPT_REASONS[verdict],
    check,
    confirmed: false,
  };
}

type WholeAlert = { version: string; alertedOn: PlainDate; renewed?: string | null };
const isWhole = (alert: AupAlert | null): alert is WholeAlert =>
  alert !== null && alert.version !== null && alert.alertedOn !== null;

/**
 * The alert that counts: its own, else its lead's, where they say version and date; with what it was
 * told last.
 */
export function countedAlert({ alert, leadAlert }: Pick<OnboardingFacts, 'alert' | 'leadAlert'>) {
  const latest = (one: WholeAlert) => alert.renewed ?? one.renewed ?? one.version;
  if (isWhole(alert)) return { ...alert, byLead: false, latest: latest(alert) };
  return isWhole(leadAlert) ? { ...leadAlert, byLead: true, latest: latest(leadAlert) } : null;
}

const isVersion = (version: string, inForce: AupVersion | null): boolean =>
  inForce === null || foldAupVersion(version) === foldAupVersion(inForce.version);

/** The day as at which an onboarding is judged: its go-live date, or today while it is planned. */
export function judgedOn(
  { state, goLiveOn, stateOn }: Pick<OnboardingFacts, 'state' | 'goLiveOn' | 'stateOn'>,
  today: PlainDate,
): PlainDate {
  if (wentLive(state) && goLiveOn) return goLiveOn;
  return state === 'planned' ? today : stateOn;
}

function differs(check: DsptCheck | null, checks: readonly DsptCheck[]): boolean {
  if (check?.source !== 'supplier') return false;
  const register = newest(checks.filter(({ source }) => source === 'register'));
  return (
    register !== null &&
    register.edition === check.edition &&
    (register.level !== check.level || register.publishedOn !== check.publishedOn)
  );
}

function vanished({ checks, wholeRegister }: OnboardingFacts): boolean {
  if (!wholeRegister) return false;
  const register = checks.filter(({ source }) => source === 'register');
  return (
    !register.some(({ id }) => id === wholeRegister.id) &&
    register.some(({ day }) => day < wholeRegister.asOf)
  );
}

const listed = <Id extends string>(found: Record<Id, boolean>): Id[] =>
  (Object.keys(found) as Id[]).filter((id) => found[id]);

/**
 * Judges an onboarding (the EUO rules) as at its go-live date, or today while it is planned, with
 * every reason: nothing usable about the DSPT is `not_proven`, whatever else is wrong. A live or
 * suspended one that was ready and passes no longer today is `lapsed`. Checks of days to come are
 * not to be given.
 */
export function judgeOnboarding(facts: OnboardingFacts, today: PlainDate): Judgement {
  const { state, ods, leadOds, checks, aupVersions } = facts;
  const day = judgedOn(facts, today);
  const dspt = dsptOn(checks, day);
  const dsptToday = dsptOn(checks, today);
  const alert = countedAlert(facts);
  const unknown = ods.onDay === 'unknown';
  const at = listed<VerdictReason>({
    ods_inactive: ods.onDay === 'inactive',
    ods_unknown: unknown && leadOds !== 'active',
    dspt_not_proven: dspt.reason === 'dspt_not_proven',
    dspt_unrecognised: dspt.reason === 'dspt_unrecognised',
    dspt_not_published: dspt.reason === 'dspt_not_published',
    dspt_below: dspt.reason === 'dspt_below',
    dspt_stale: dspt.reason === 'dspt_stale',
    aup_missing: alert === null,
    aup_late: alert !== null && alert.alertedOn > day,
    aup_other_version: alert !== null && !isVersion(alert.version, aupInForce(aupVersions, day)),
    lapsed_ods: false,
    lapsed_dspt: false,
  });
  const late = dspt.check !== null && judgeDspt(dspt.check, day).late;
  const flags = listed<VerdictFlag>({
    ods_unchecked: ods.onDay === 'unchecked',
    ods_by_lead: unknown && leadOds === 'active',
    dspt_late: late,
    dspt_confirmed: dspt.confirmed,
    dspt_differs: differs(dspt.check, checks),
    dspt_vanished: vanished(facts),
    aup_by_lead: alert?.byLead ?? false,
    aup_outdated:
      isHeld(state) && alert !== null && !isVersion(alert.latest, aupInForce(aupVersions, today)),
  });
  const told = { day, flags, check: dspt.check, checkToday: dsptToday.check };
  if (dspt.reason === 'dspt_not_proven') return { verdict: 'not_proven', reasons: at, ...told };
  if (at.length > 0) return { verdict: 'not_ready', reasons: at, ...told };
  const since = isHeld(state)
    ? listed<VerdictReason>({
        ...({} as Record<VerdictReason, boolean>),
        lapsed_ods: ods.today === 'inactive',
        lapsed_dspt: dsptToday.reason !== null,
      })
    : [];
  return { verdict: since.length > 0 ? 'lapsed' : 'ready', reasons: since, ...told };
}
