import { ProofField } from '@/components/form/proof-field';
import { proofAsked } from '@/lib/auth/second-factor';
import { currentPath, currentSession } from '@/lib/auth/session';
import { isProved } from '@/lib/domain/step-up';
import { env } from '@/lib/env';
import { paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';

/** Where a form has somebody prove again that it is them, unless they just did. */
export async function Proof() {
  const session = await currentSession();
  if (!session) return null;
  const { actor } = session;
  const asked = await proofAsked(actor);
  const back = encodeURIComponent(await currentPath());
  const provider = { name: env().OIDC_NAME, href: `${paths.singleSignOn}?again=1&return=${back}` };
  return <ProofField {...{ asked, provider }} needed={!isProved(actor, now())} />;
}
