import { type AssignmentFacts, assignmentProblem, type Candidate } from './assignment';
import type { Actor } from './permissions';
import { queueQuery, readQueueView } from './queue';
import { readReference } from './reference';
import type { Problem } from './result';

/** Applications that are looked at and moved at once; the rest come after. */
export const MOST_AT_ONCE = 50;

/** Why an application stays where it is, as it follows 'because'; `them` is 'it' or 'them'. */
export const STAYS = {
  conflict: (_name: string, them: string) => `somebody changed ${them} while you were choosing`,
  conflict_of_interest: (name: string) => `${name} declared a conflict of interest`,
  recommender: (name: string) =>
    `${name} recommended the decision, which waits for a second person`,
  absent: (name: string) => `${name} is absent`,
  not_an_assessor: (name: string) => `${name} is not an assessor now`,
  already_theirs: (name: string, them: string) => `${name} has ${them} already`,
  wrong_status: (_name: string, them: string) => `nobody assesses ${them} any more`,
  taken_back: (_name: string, them: string) => `the supplier has taken ${them} back`,
  not_found: () => 'there is no such application',
  not_yours: (_name: string, them: string) => `you may not reassign ${them} any more`,
  forbidden: (_name: string, them: string) => `you may not reassign ${them} any more`,
} as const;
export type StaysBecause = keyof typeof STAYS;

const isReason = (code: string): code is StaysBecause => Object.hasOwn(STAYS, code);

/** The reason behind a command's problem; what may not be seen is not there. */
export function staysBecause(problem: Problem): StaysBecause {
  const code = problem.kind === 'refused' ? problem.code : problem.kind;
  return isReason(code) ? code : 'not_found';
}

/**
 * Why an application would stay where it is, or null for what would move. What holds whatever happened
 * meanwhile is said first: that it is closed, taken back or theirs already, or that they cannot have it;
 * only then that somebody changed it since it was looked at (`stale`).
 */
export function whyItStays(
  actor: Actor,
  facts: AssignmentFacts,
  to: Candidate,
  stale: boolean,
): StaysBecause | null {
  if (facts.status === 'draft') return 'taken_back';
  const problem = assignmentProblem(actor, facts, to);
  if (problem) return staysBecause(problem.problem);
  return stale ? 'conflict' : null;
}

type Chosen = { reference: string; version: number };
/** What is to be reassigned, as an address says it: some applications, or all that somebody has. */
export type ReassignQuery = { from: string; to: string; chosen: Chosen[]; list: string };

/** 'DSI-7K3M-9Q2T.4' for an application in the version that somebody looked at. */
export const writeChosen = ({ reference, version }: Chosen): string => `${reference}.${version}`;

/** Reads what a box of the list or an address holds; what is none is left out. */
export const readChosen = (texts: readonly string[]): Chosen[] =>
  texts.slice(0, MOST_AT_ONCE).flatMap((text) => {
    const [name = '', version = ''] = text.split('.');
    const reference = readReference(name);
    return reference && /^[1-9][0-9]{0,8}$/.test(version)
      ? [{ reference, version: Number(version) }]
      : [];
  });

type Query = Record<string, string | string[] | undefined>;

/** The query of the list that somebody came from, read again, so that it leads nowhere but there. */
export const readListQuery = (text: string): '' | `?${string}` =>
  queueQuery(readQueueView(Object.fromEntries(new URLSearchParams(text)), 'confirm'), 'confirm');

/** Reads the address of a preview. */
export function readReassignQuery(query: Query): ReassignQuery {
  const one = (name: string) => [query[name]].flat()[0]?.slice(0, 4000) ?? '';
  const chosen = readChosen(one('cases').split(' '));
  return { from: one('from'), to: one('to'), chosen, list: readListQuery(one('list')) };
}

/** The address of a preview, without its '?'. */
export function reassignQuery({ from, to, chosen, list }: ReassignQuery): string {
  const said = { from, cases: chosen.map(writeChosen).join(' '), to, list };
  return new URLSearchParams(Object.entries(said).filter(([, value]) => value !== '')).toString();
}
