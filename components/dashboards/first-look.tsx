import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { SummaryList } from '@/components/ui/summary-list';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { FIRST_ACTS, type FirstAct } from '@/lib/domain/first-look';
import { queueQuery } from '@/lib/domain/queue';
import { formatWorkingDays } from '@/lib/format';
import { type Href, paths } from '@/lib/paths';

type First = {
  reference: string;
  product: string;
  supplier: string;
  workingDaysLeft: number | null;
  assignee: { name: string; isReader: boolean } | null;
  act: FirstAct;
};
type FirstLookProps = { first: readonly First[]; why: string; who: string; lapses: string };

/** Where the one thing is done: in the case, or in the list with that application alone. */
function hrefOf({ act, reference }: First): Href {
  if (act === 'confirm') return paths.caseConfirm(reference);
  if (act === 'open') return paths.assessment(reference);
  return `${paths.manage}${queueQuery({ tab: 'open', text: reference }, 'confirm')}#applications`;
}

const timeOf = ({ workingDaysLeft: left }: First): ReactNode => {
  if (left === null) return 'no due date';
  return left < 0 ? <strong>{formatWorkingDays(left)}</strong> : formatWorkingDays(left);
};

const whoHas = ({ assignee }: First): string =>
  assignee === null ? 'nobody has it' : assignee.isReader ? 'you have it' : assignee.name;

/** What to do first, and why, who and what lapses in a sentence each, with the way to more. */
export function FirstLook({ first, why, who, lapses }: FirstLookProps) {
  const more = (href: Href, what: string) => ({ action: { href, text: 'See more', what } });
  return (
    <>
      <h2 className="nhsuk-heading-m" id="first">
        Do these first
      </h2>
      {first.length === 0 ? (
        <p>Nothing needs you today. Every open application has an assessor and time left.</p>
      ) : (
        <ol className="app-first-look">
          {first.map((one) => (
            <li key={one.reference}>
              {one.supplier}, {one.product}: {timeOf(one)}, {whoHas(one)}.{' '}
              <Link href={hrefOf(one)}>
                {FIRST_ACTS[one.act]}
                <VisuallyHidden>{` (${one.reference})`}</VisuallyHidden>
              </Link>
            </li>
          ))}
        </ol>
      )}
      <SummaryList
        rows={[
          {
            ...{ label: 'Why more was asked for', value: why },
            ...more(paths.manageWhy, 'of why more was asked for'),
          },
          { label: 'Who has most', value: who, ...more(paths.manageWho, 'of who has most') },
          { label: 'What lapses', value: lapses, ...more(paths.lapses, 'of what lapses') },
        ]}
      />
    </>
  );
}
