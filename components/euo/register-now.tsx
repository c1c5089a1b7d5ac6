import type { OnboardingView } from '@/lib/domain/onboarding-view';
import { formatDate } from '@/lib/format';
import '@/components/registers/registers.css';

type RegisterNowProps = { view: Pick<OnboardingView, 'register' | 'dsptCode' | 'odsCode'> };

/** What the register in use says, in words. */
function registerWords({ register, dsptCode, odsCode }: RegisterNowProps['view']): string {
  if (!register) return 'No copy of the public DSPT register is in use.';
  const { entry, complete } = register;
  if (!entry)
    return `It has no row for ${dsptCode ?? odsCode}.${complete ? '' : ' It may not hold every organisation.'}`;
  const when = entry.publishedOn ? `, published on ${formatDate(entry.publishedOn)}` : '';
  return `It says ${entry.status || 'no status'} for ${entry.name} (${entry.code})${when}.`;
}

/** What the public register says now of the code under which an organisation publishes. */
export function RegisterNow({ view }: RegisterNowProps) {
  const { register } = view;
  return (
    <div className="app-register">
      <p className="app-register__head">
        <strong>Public DSPT register{register ? ` of ${formatDate(register.asOf)}` : ''}</strong>
      </p>
      <p>{registerWords(view)}</p>
    </div>
  );
}
