import { paths } from '@/lib/paths';
import type { LedgerMessageFacts, MessageContent } from './message-content';
import type { LedgerKind } from './message-kinds';
import { onboardingQuery } from './onboarding-filter';

/** The words of each message about a supplier's end user organisations. They name none of them. */
export const LEDGER_MESSAGES: Record<LedgerKind, (facts: LedgerMessageFacts) => MessageContent> = {
  'euos-lapsed': ({ lapsed }) => {
    const one = lapsed === 1;
    const who = one ? '1 end user organisation' : `${lapsed} end user organisations`;
    return {
      subject: `${who} of yours no longer ${one ? 'passes' : 'pass'}`,
      heading: `${who} ${one ? 'has' : 'have'} lapsed`,
      paragraphs: [
        `What the registers say today no longer passes for ${who} that you made live.`,
        `What to do next: ask ${one ? 'it' : 'each of them'} to publish a current DSPT status, and record your check.`,
      ],
      ...{ list: [], dueOn: null, linkText: 'See who has lapsed' },
      path: `${paths.euos}${onboardingQuery({ verdict: 'lapsed' })}`,
    };
  },
};
