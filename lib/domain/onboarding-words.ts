import { paths } from '@/lib/paths';
import { aupInForce } from './aup';
import { formatPlainDate, type PlainDate } from './dates';
import { deadlineOf, judgeDspt, requiredEdition } from './dspt';
import { odsWords } from './ods-words';
import { type OnboardingState, wentLive } from './onboarding';
import {
  alerted,
  isOfToday,
  type Mend,
  naming,
  onDay,
  type ShownCheck,
  says,
  shown,
  type Telling,
  type Told,
  type ToldFacts,
  you,
} from './onboarding-telling';
import {
  countedAlert,
  type Judgement,
  type VerdictFlag,
  type VerdictReason,
} from './onboarding-verdict';
import type { FieldProblem } from './result';
import { lowerFirst } from './text';

type Teller = (telling: Telling) => { words: string; next?: Mend };

const CHECK: Mend = { part: 'check', label: 'Record a newer check' };
const FIRST_CHECK: Mend = { part: 'check', label: 'Record a check' };
const AUP: Mend = { part: 'aup', label: 'Record the AUP alert' };
const LEAD: Mend = { part: 'details', label: 'Name its lead' };

/** A sentence about the check that the DSPT was judged by. */
const ofCheck =
  (rest: (telling: Telling, check: ShownCheck) => string): Teller =>
  (telling) => {
    const check = shown(telling.facts, telling.judgement.check);
    return check
      ? { words: `DSPT: ${says(check, telling)}${rest(telling, check)}`, next: CHECK }
      : notProven(telling);
  };

function notProven(telling: Telling): ReturnType<Teller> {
  const { facts, judgement } = telling;
  const { day } = judgement;
  const words =
    facts.checks.length === 0
      ? 'DSPT: no check is recorded, and no register has it'
      : `DSPT: no check or register of ${formatPlainDate(day)} or before shows its status, and no later one shows that it was met ${onDay(telling)}`;
  return { words, next: FIRST_CHECK };
}

const required = (day: PlainDate, isToday: boolean): string =>
  isToday
    ? `today edition ${requiredEdition(day)} is required`
    : `on ${formatPlainDate(day)} edition ${requiredEdition(day)} was required`;

function aupMissing({ facts }: Telling): ReturnType<Teller> {
  const { alert, lead } = facts;
  if (alert.version !== null)
    return { words: `AUP: version ${alert.version} is recorded without its date`, next: AUP };
  if (alert.alertedOn !== null) {
    const day = formatPlainDate(alert.alertedOn);
    return { words: `AUP: an alert of ${day} is recorded without its version`, next: AUP };
  }
  const nor = lead ? `, nor of its lead, ${naming(lead)}` : '';
  return { words: `AUP: no alert is recorded${nor}`, next: AUP };
}

function aupOther(telling: Telling): ReturnType<Teller> {
  const { facts, judgement, reader } = telling;
  const inForce = aupInForce(facts.aupVersions, judgement.day)?.version ?? '';
  const alert = alerted(telling);
  const is = isOfToday(telling) ? 'is' : 'was';
  return {
    words: `AUP: version ${inForce} ${is} in force ${onDay(telling)}; ${you(reader)} alerted ${alert?.whom} to version ${alert?.version}`,
    next: AUP,
  };
}

const BELOW = '; Standards Met or Standards Exceeded is required';

const ENDS: Record<OnboardingState, string | null> = {
  planned: 'cancel',
  live: 'suspend or disconnect',
  suspended: 'disconnect',
  disconnected: null,
  cancelled: null,
};

/** What to do about a code that ODS has as closed; the staff are told the fact alone. */
function closedNext({ facts: { state }, reader }: Telling): string {
  const end = ENDS[state];
  if (reader === 'staff' || end === null) return '';
  return ` Check the code with the organisation. If it has closed, ${end} it here. If it has another code, add that as another organisation, then ${end} this one`;
}

const REASONS: Record<VerdictReason, Teller> = {
  ods_inactive: (telling) => {
    const { facts, today } = telling;
    return {
      words: `ODS: the code ${isOfToday(telling) ? 'is' : 'was'} not active ${onDay(telling)}. ${odsWords(facts.odsFact, today)}${closedNext(telling)}`,
    };
  },
  ods_unknown: ({ facts, today }) => ({
    words: odsWords(facts.odsFact, today),
    next: LEAD,
  }),
  dspt_not_proven: notProven,
  dspt_unrecognised: ofCheck(() => ', which is not a status that counts'),
  dspt_not_published: ofCheck(() => ''),
  dspt_below: ofCheck(() => BELOW),
  dspt_stale: ofCheck((telling) => `; ${required(telling.judgement.day, isOfToday(telling))}`),
  aup_missing: aupMissing,
  aup_late: (telling) => {
    const alert = alerted(telling);
    const { reader, judgement, facts } = telling;
    const day = formatPlainDate(judgement.day);
    const after = wentLive(facts.state) ? `it went live on ${day}` : day;
    return {
      words: `AUP: ${you(reader)} alerted ${alert?.whom} on ${alert ? formatPlainDate(alert.on) : ''}, after ${after}`,
      next: AUP,
    };
  },
  aup_other_version: aupOther,
  lapsed_ods: (telling) => {
    const { facts, today } = telling;
    return {
      words: `ODS: the code is not active today. ${odsWords(facts.odsFact, today)}${closedNext(telling)}`,
    };
  },
  lapsed_dspt: (telling) => {
    const check = shown(telling.facts, telling.judgement.checkToday);
    const { today } = telling;
    if (!check) return { words: 'DSPT: nothing shows its status today', next: CHECK };
    const { verdict } = judgeDspt(check, today);
    const why =
      verdict === 'stale'
        ? `; ${required(today, true)}`
        : verdict === 'below_standards_met'
          ? BELOW
          : '';
    return { words: `DSPT: ${says(check, telling)}${why}`, next: CHECK };
  },
};

const FLAGS: Record<VerdictFlag, Teller> = {
  ods_unchecked: ({ facts, today }) => ({
    words: `ODS: ${lowerFirst(odsWords(facts.odsFact, today))}`,
  }),
  ods_by_lead: ({ facts }) => ({
    words: `ODS does not know this code: its identity is shown through its lead, ${facts.lead ? naming(facts.lead) : ''}`,
  }),
  dspt_late: ({ facts, judgement }) => {
    const check = shown(facts, judgement.check);
    const on = check?.publishedOn ? formatPlainDate(check.publishedOn) : '';
    const deadline = check?.edition ? formatPlainDate(deadlineOf(check.edition)) : '';
    return {
      words: `DSPT: published on ${on}, after the deadline of ${deadline}. This is allowed`,
    };
  },
  dspt_confirmed: (telling) => {
    const { facts, judgement } = telling;
    const check = shown(facts, judgement.check);
    return {
      words: `DSPT: confirmed later: ${check ? says(check, telling) : ''}, so it was met ${onDay(telling)}`,
    };
  },
  dspt_differs: (telling) => {
    const own = shown(telling.facts, telling.judgement.check);
    const register = telling.facts.checks.findLast(({ source }) => source === 'register');
    const [one, other] = [own, register].map((check) => (check ? says(check, telling) : ''));
    return { words: `DSPT: ${one}; ${other}`, next: CHECK };
  },
  dspt_vanished: ({ facts }) => {
    const last = facts.checks.findLast(({ source }) => source === 'register');
    const whole = facts.wholeRegister ? formatPlainDate(facts.wholeRegister.asOf) : '';
    return {
      words: `DSPT: the register of ${last ? formatPlainDate(last.day) : ''} held it; the whole register of ${whole} does not`,
    };
  },
  aup_by_lead: (telling) => {
    const alert = alerted(telling);
    return {
      words: `AUP: ${you(telling.reader)} alerted ${alert?.whom} to version ${alert?.version} on ${alert ? formatPlainDate(alert.on) : ''}`,
    };
  },
  aup_outdated: (telling) => {
    const inForce = aupInForce(telling.facts.aupVersions, telling.today);
    const since = inForce ? formatPlainDate(inForce.inForceFrom) : '';
    const { alert, leadAlert } = telling.facts;
    const whom = alert.renewed ? 'them' : alerted(telling)?.whom;
    const latest = countedAlert({ alert, leadAlert })?.latest;
    return {
      words: `AUP: version ${inForce?.version} is in force since ${since}; ${you(telling.reader)} alerted ${whom} to version ${latest}`,
      next: AUP,
    };
  },
};

const sentence = (words: string): string => (words.endsWith('.') ? words : `${words}.`);
const told = <Id extends string>(
  table: Record<Id, Teller>,
  ids: readonly Id[],
  telling: Telling,
): Told<Id>[] =>
  ids.map((id) => {
    const { words, next = null } = table[id](telling);
    return { id, words: sentence(words), next };
  });

/** Every reason of a verdict as a sentence that names the fact and where it comes from. */
export const tellReasons = (telling: Telling) => told(REASONS, telling.judgement.reasons, telling);

/** What is worth a look and changes no verdict, likewise. */
export const tellFlags = (telling: Telling) => told(FLAGS, telling.judgement.flags, telling);

const things = (count: number) =>
  count === 1 ? '1 thing is missing' : `${count} things are missing`;

/** A verdict in words: 'Not ready: 2 things are missing'. */
export function verdictWords({ verdict, reasons, day }: Judgement, state: ToldFacts['state']) {
  const on = formatPlainDate(day);
  if (verdict === 'not_ready') return `Not ready: ${things(reasons.length)}`;
  if (verdict === 'not_proven') return `Not proven: ${things(reasons.length)}`;
  if (verdict === 'lapsed') return `Lapsed: ready on ${on}, and not today`;
  return wentLive(state) ? `Ready: everything was in place on ${on}` : 'Ready: nothing is missing';
}

/** Why it cannot go live on a day: that, and every reason with the page where it is mended. */
export const notReadyProblems = (
  reasons: readonly Told<VerdictReason>[],
  on: PlainDate,
  { odsCode, id }: { odsCode: string; id: string },
): FieldProblem[] => [
  {
    field: 'on',
    message: `It is not ready as at ${formatPlainDate(on)}: ${things(reasons.length)}`,
  },
  ...reasons.map(({ words, next }) => ({
    ...{ field: '', message: words },
    ...(next && { href: paths.euoPart(odsCode, id, next.part) }),
  })),
];
