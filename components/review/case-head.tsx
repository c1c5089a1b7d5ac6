import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { Tag } from '@/components/ui/tag';
import { STATUSES, type Status, waitingOn } from '@/lib/domain/application';
import { ASSIGNABLE_STATUSES } from '@/lib/domain/assignment';
import { type Tally, tallyWords } from '@/lib/domain/case-view';
import type { PlainDate } from '@/lib/domain/dates';
import { formatDate, formatWorkingDays } from '@/lib/format';
import { paths } from '@/lib/paths';

export type CaseHeadFacts = {
  reference: string;
  supplier: string;
  product: string;
  status: Status;
  round: number;
  assignee: string | null;
  isAssignee: boolean;
  dueOn: PlainDate | null;
  workingDaysLeft: number | null;
  tally: Tally;
};

const PARTIES = {
  supplier: 'Waiting for the supplier',
  second_person: 'Waiting for a second person',
  nobody: 'Nobody needs to do anything',
} as const;

/** Whose move it is, in a sentence without a full stop. */
function moveWords(facts: Pick<CaseHeadFacts, 'status' | 'assignee' | 'isAssignee'>) {
  if (facts.status === 'approved_with_conditions') return 'The supplier has conditions to meet';
  const party = waitingOn(facts.status);
  if (party !== 'assessor') return PARTIES[party];
  if (facts.isAssignee) return 'Waiting for you';
  return facts.assignee === null
    ? 'Waiting for an assessor to take it'
    : `Waiting for ${facts.assignee}`;
}

function Clock({ dueOn, workingDaysLeft: left }: Pick<CaseHeadFacts, 'dueOn' | 'workingDaysLeft'>) {
  if (dueOn === null || left === null) return null;
  const words = left === 0 ? 'today' : `${formatDate(dueOn)}, ${formatWorkingDays(left)}`;
  return <span className={left < 0 ? 'app-case-head__late' : undefined}>Due {words}</span>;
}

type CaseHeadProps = CaseHeadFacts & {
  /** Whether it stays in sight while the page scrolls. */
  sticky?: boolean;
  /** The one next action. */
  children?: ReactNode;
};

/** Which case this is, whose move it is, what is done, and the one next action. */
export function CaseHead({ children, sticky = false, ...facts }: CaseHeadProps) {
  const { reference, supplier, product, status, round, tally } = facts;
  const move = moveWords(facts);
  return (
    <header className={`app-case-head${sticky ? ' app-case-head--sticky' : ''}`}>
      <div className="app-case-head__what">
        <h1 className="app-case-head__title">
          {product} <span className="app-case-head__supplier">by {supplier}</span>
        </h1>
        <p className="app-case-head__line">
          <span className="app-case-head__reference">{reference}</span>
          <Tag colour={STATUSES[status].colour}>{STATUSES[status].label}</Tag>
          <span>Round {round}</span>
        </p>
        <p className="app-case-head__line">
          {move === STATUSES[status].label ? null : <strong>{move}</strong>}
          <Clock {...facts} />
          {status === 'draft' ? null : <span>{tallyWords(tally)}</span>}
        </p>
      </div>
      {children ? <div className="app-case-head__next">{children}</div> : null}
    </header>
  );
}

type CaseLinksProps = Pick<CaseHeadFacts, 'reference' | 'round' | 'status' | 'isAssignee'> & {
  /** What the record of its supplier is addressed by. */
  record: string;
  thread: { count: number };
};

/** What is one click away from a case, and never in the way. */
export function CaseLinks(props: CaseLinksProps) {
  const { reference, record, round, status, isAssignee, thread } = props;
  return (
    <nav className="app-case-links" aria-label="More about this application">
      <Link href={paths.caseThread(reference)}>
        Messages with the supplier{thread.count > 0 ? ` (${thread.count})` : ''}
      </Link>
      <Link href={paths.caseHistory(reference)}>History</Link>
      {round > 1 ? <Link href={paths.caseRounds(reference)}>Earlier rounds</Link> : null}
      <Link href={paths.declaration(reference)}>Declaration to print</Link>
      <Link href={paths.supplierRecord(record)}>Record of the supplier</Link>
      {ASSIGNABLE_STATUSES.includes(status) ? (
        <Link href={paths.caseHandOver(reference)}>
          {isAssignee ? 'Hand over or put back' : 'Declare a conflict of interest'}
        </Link>
      ) : null}
    </nav>
  );
}
