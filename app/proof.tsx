import { ProofField } from '@/components/form/proof-field';
import { proofAsked } from '@/lib/auth/second-factor';
import { currentSession } from '@/lib/auth/session';
import { isProved } from '@/lib/domain/step-up';
import { now } from '@/lib/ports/clock';

/** Where a form has somebody prove again that it is them, unless they just did. */
export async function Proof() {
  const session = await currentSession();
  if (!session) return null;
  const { actor } = session;
  return <ProofField asked={await proofAsked(actor)} needed={!isProved(actor, now())} />;
}
