import { readLapseCounts } from '@/db/assurances';
import { readCalendar } from '@/db/calendars';
import type { Tx } from '@/db/client';
import { readNewestGuidance } from '@/db/guidance';
import { calendarEnd } from '@/lib/domain/calendar';
import { mostSentence } from '@/lib/domain/charts/words';
import { londonDate } from '@/lib/domain/clock';
import { readDashboardFilters } from '@/lib/domain/dashboard-filters';
import type { PlainDate } from '@/lib/domain/dates';
import {
  byDue,
  type FirstAct,
  firstAct,
  lapseSentence,
  needsManager,
} from '@/lib/domain/first-look';
import type { PersonActor } from '@/lib/domain/permissions';
import { fullNameOf } from '@/lib/domain/questions/catalogue';
import { readQueueView } from '@/lib/domain/queue';
import { WHY_MEASURES, whyOf } from '@/lib/domain/why';
import { workloadSentence } from '@/lib/domain/workload';
import { now } from '@/lib/ports/clock';
import { type CaseRow, readCases } from '@/lib/queries/assess/list-cases';
import { readSums } from '@/lib/queries/figures/read-sums';
import { readWorkloads } from './get-workloads';

const MOST_FIRST = 5;

export type FirstLook = {
  /** The open applications that need a manager today, the first due first. */
  first: (CaseRow & { act: FirstAct })[];
  /** Why, who and what lapses, each in a sentence. */
  why: string;
  who: string;
  lapses: string;
  /** When the uploaded bank holidays end, where that is soon; see calendarEnd. */
  calendarEnd: PlainDate | null;
  today: PlainDate;
};

/** Whatever needs a manager is soon due, waits to be confirmed, or is nobody's: the first of each. */
const TABS = ['open', 'confirm', 'unassigned'] as const;

async function readFirst(tx: Tx, actor: PersonActor): Promise<FirstLook['first']> {
  const found = new Map<string, CaseRow>();
  for (const tab of TABS) {
    const { rows } = await readCases(tx, actor, readQueueView({ tab }, tab));
    for (const row of rows) found.set(row.reference, row);
  }
  return [...found.values()]
    .map((row) => ({ ...row, assigned: row.assignee !== null }))
    .filter(needsManager)
    .sort(byDue)
    .slice(0, MOST_FIRST)
    .map(({ assigned, ...row }) => ({ ...row, act: firstAct({ ...row, assigned }) }));
}

/** The reason most given in the last 12 weeks, and its share of the requests. */
async function readWhy(tx: Tx, today: PlainDate): Promise<string> {
  const { filters } = readDashboardFilters({}, today);
  const sums = await readSums(tx, WHY_MEASURES, filters, { labels: true });
  const newest = await readNewestGuidance(tx);
  const { reasons, requests } = whyOf(sums, filters.period, filters.from, filters.to, newest);
  return mostSentence(
    reasons.map(({ questionId, text, cases }) => ({
      label: `${fullNameOf(questionId)}: ${text}`,
      value: cases,
    })),
    requests,
    { one: 'request', many: 'requests' },
    'Nothing was asked for in the last 12 weeks.',
  );
}

/** What a manager reads first, inside the transaction of the page. */
export async function readFirstLook(tx: Tx, actor: PersonActor): Promise<FirstLook> {
  const today = londonDate(now());
  const { people, nobodys } = await readWorkloads(tx, today);
  return {
    first: await readFirst(tx, actor),
    why: await readWhy(tx, today),
    who: workloadSentence(people, nobodys),
    lapses: lapseSentence(await readLapseCounts(tx), today),
    calendarEnd: calendarEnd(await readCalendar(tx), today),
    today,
  };
}
