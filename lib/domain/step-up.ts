/** How somebody proved that it is them: by a password, an identity provider, an app, a recovery code. */
export type ProofWay = 'password' | 'provider' | 'app' | 'recovery';

/** For so long a proof is good for what needs one. */
const PROOF_MINUTES = 5;

/** What only somebody may do who proved within the last minutes that it is them, by command. */
const STEP_UP: Readonly<Record<string, { to: string }>> = {
  'decision.confirm': { to: 'confirm a decision' },
  'calendar.publish': { to: 'publish a bank holiday calendar' },
  'guidance.publish': { to: 'publish guidance' },
  'person.reset-factor': { to: 'reset somebody’s second factor' },
  'person.remove-identity': { to: 'remove somebody’s single sign-on link' },
  'succession.record': { to: 'record that an organisation became part of another' },
  'succession.end': { to: 'end such a record' },
  'redaction.do': { to: 'take words out of the history' },
};

type Proved = { kind: string; proof?: { at: Date } };

/** Whether a proof is as young as it must be at `now`; one from the future is none. */
export function isProved(actor: Proved, now: Date): boolean {
  if (!actor.proof) return false;
  const age = now.getTime() - actor.proof.at.getTime();
  return age >= 0 && age < PROOF_MINUTES * 60_000;
}

/** Whether a person must prove again that it is them before this command; jobs never must. */
export const needsProof = (command: string, actor: Proved, now: Date): boolean =>
  actor.kind === 'person' && Object.hasOwn(STEP_UP, command) && !isProved(actor, now);

/** The field of a form in which somebody proves it. */
export const PROOF_FIELD = 'proof';
