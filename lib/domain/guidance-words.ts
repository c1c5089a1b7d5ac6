import type { GuidanceChange } from './guidance-edit';
import { fullNameOf } from './questions/catalogue';
import { upperFirst } from './text';

const WHAT = { point: 'coverage point', reason: 'reason' } as const;

/** One change of the guidance, as people read it: 'Q.3 EUO process: coverage point added: ‘…’'. */
export function changeWords({ questionId, what, how, before, after }: GuidanceChange): string {
  const about = questionId === null ? '' : `${fullNameOf(questionId)}: `;
  const told = about === '' ? upperFirst(WHAT[what]) : `${about}${WHAT[what]}`;
  if (how === 'reordered') return `${told}s put in another order`;
  if (how === 'reworded') return `${told} reworded: ‘${before}’ is now ‘${after}’`;
  return `${told} ${how}: ‘${how === 'added' ? after : before}’`;
}
