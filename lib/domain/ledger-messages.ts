import { paths } from '@/lib/paths';
import type { LedgerMessageFacts, MessageContent } from './message-content';
import type { LedgerKind } from './message-kinds';
import { onboardingQuery } from './onboarding-filter';
import type { Verdict } from './onboarding-verdict';

const euos = (count: number) =>
  count === 1 ? '1 end user organisation' : `${count} end user organisations`;
const listOf = (verdict: Verdict) => `${paths.euos}${onboardingQuery({ verdict })}` as const;

function lapsedWords(lapsed: number): string[] {
  if (lapsed === 0) return [];
  const each = lapsed === 1 ? 'it' : 'each one';
  return [
    `What the registers say today no longer passes for ${euos(lapsed)} that you made live.`,
    `What to do next: open ${each} to see why. Where its DSPT status no longer passes, ask it to publish a current one, and record your check. Where its ODS code is not active, check the code with it.`,
  ];
}

function plannedWords(failing: number, planned: number): string {
  if (planned === 0) return '';
  const [is, it, ready] =
    planned === 1 ? ['is', 'it', 'it is ready'] : ['are', 'them', 'they are ready'];
  const some = planned === failing ? 'All of them are' : `${planned} of them ${is}`;
  const who = failing === 1 ? 'It is' : some;
  return ` ${who} planned to go live: do not connect ${it} before ${ready}.`;
}

function failingWords(failing: number, planned: number): string[] {
  if (failing === 0) return [];
  const [was, is, each] = failing === 1 ? ['was', 'is', 'it'] : ['were', 'are', 'each one'];
  return [
    `${euos(failing)} that ${was} ready ${is} not ready now.${plannedWords(failing, planned)}`,
    `What to do next: open ${each} to see what is missing, and record it.`,
  ];
}

/** The words of each message about a supplier's end user organisations. They name none of them. */
export const LEDGER_MESSAGES: Record<LedgerKind, (facts: LedgerMessageFacts) => MessageContent> = {
  'euos-lapsed': ({ lapsed, notReady, notProven, planned }) => {
    const failing = notReady + notProven;
    const all = lapsed + failing;
    const [is, has] = all === 1 ? ['is', 'has'] : ['are', 'have'];
    const links = [
      { count: lapsed, text: 'lapsed', path: listOf('lapsed') },
      { count: notReady, text: 'not ready', path: listOf('not_ready') },
      { count: notProven, text: 'not proven', path: listOf('not_proven') },
    ].filter(({ count }) => count > 0);
    return {
      subject: `${euos(all)} of yours ${is} no longer ready`,
      heading: `${euos(all)} ${failing === 0 ? `${has} lapsed` : `${is} no longer ready`}`,
      paragraphs: [...lapsedWords(lapsed), ...failingWords(failing, planned)],
      ...{ list: [], dueOn: null },
      linkText: lapsed > 0 ? 'See who has lapsed' : 'See what is missing',
      path: links[0]?.path ?? paths.euos,
      ...(links.length > 1 && {
        links: links.map(({ count, text, path }) => ({ text: `${count} ${text}`, path })),
      }),
    };
  },
};
