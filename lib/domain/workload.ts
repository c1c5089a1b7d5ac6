import type { Calendar } from './calendar';
import { addWorkingDays } from './clock';
import { addDays, type PlainDate } from './dates';
import { type QueueView, SOON_WORKING_DAYS } from './queue';

/** Past so many working days since it was received, a case that is not due soon is older. */
const OLDER_WORKING_DAYS = 5;

/** What an assessor has to do, by age; each case is in one of these, or waits for somebody else. */
export const WORKLOAD_AGES = {
  late: { label: 'Late' },
  soon: { label: `Due within ${SOON_WORKING_DAYS} working days` },
  older: { label: `Received more than ${OLDER_WORKING_DAYS} working days ago` },
  newer: { label: 'Newer' },
} as const;
export type WorkloadAge = keyof typeof WORKLOAD_AGES;
export const WORKLOAD_AGE_IDS = Object.keys(WORKLOAD_AGES) as WorkloadAge[];

/** Cases that somebody has and that wait for a second person or for their supplier. */
type Waiting = 'confirm' | 'supplier';
export type WorkloadCounts = Record<WorkloadAge | Waiting | 'open', number>;

/** The queue's view behind each number, of whosever it is. */
export const WORKLOAD_VIEWS: Record<keyof WorkloadCounts, Partial<QueueView>> = {
  open: {},
  late: { due: 'assessor_late' },
  soon: { due: 'assessor_soon' },
  older: { due: 'assessor_older' },
  newer: { due: 'assessor_newer' },
  confirm: { status: 'recommended' },
  supplier: { status: 'information_requested' },
};

export type Workload = WorkloadCounts & {
  /** Null for what nobody has. */
  personId: string | null;
  name: string;
  absentUntil: PlainDate | null;
  /** Decisions of the last 30 days that they recommended. */
  decided: number;
};

/** A case received before this day of London is older. */
export const olderThan = (calendar: Calendar, today: PlainDate): PlainDate =>
  addWorkingDays(calendar, today, -OLDER_WORKING_DAYS);

const DECIDED_DAYS = 30;
/** The day of London from which decisions count. */
export const decidedFrom = (today: PlainDate): PlainDate => addDays(today, 1 - DECIDED_DAYS);

/** Who has most to do first: by what is late, then what is due soon, then all they have. */
export const byWeight = (a: Workload, b: Workload): number =>
  b.late - a.late || b.soon - a.soon || b.open - a.open || a.name.localeCompare(b.name, 'en');

const cases = (count: number) => (count === 1 ? '1 application' : `${count} applications`);

/** Who has most, where nobody is behind; '' where nobody has anything. */
function mostSaid(people: readonly Workload[]): string {
  const most = people.reduce((top, each) => (each.open > top.open ? each : top));
  return most.open === 0 ? '' : `; ${most.name} has most: ${cases(most.open)}`;
}

/** What the page says first: who is most behind, or else has most, and what nobody has, also of that what is late. */
export function workloadSentence(
  people: readonly Workload[],
  nobodys: Pick<WorkloadCounts, 'open' | 'late'>,
): string {
  const late = nobodys.late === 0 ? '' : `, ${nobodys.late} of them late`;
  const waits =
    nobodys.open === 0
      ? 'Every application has an assessor'
      : `${cases(nobodys.open)} ${nobodys.open === 1 ? 'has' : 'have'} no assessor${late}`;
  const first = people[0];
  if (!first) return `There are no assessors. ${waits}.`;
  const behind =
    first.late === 0
      ? `No assessor is late${mostSaid(people)}`
      : `${first.name} has most that is late: ${cases(first.late)}`;
  return `${behind}. ${waits}.`;
}
