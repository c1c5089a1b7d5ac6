import { withdrawApplication } from '@/lib/commands/apply/withdraw-application';
import { markRead } from '@/lib/commands/messages/mark-read';
import { tellEvent } from '@/lib/commands/messages/tell-event';
import { BASE_CALENDAR } from '@/lib/domain/calendar';
import { addWorkingDays } from '@/lib/domain/clock';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import type { Outcome } from '@/lib/domain/decision';
import { now } from '@/lib/ports/clock';
import { listQueuedEvents } from '@/lib/queries/jobs/list-queued-events';
import type { Manner } from './answers';
import { goTo } from './at';
import type { SupplierKey } from './cast';
import { ISMS_NOT_MET, NO_SUBCONTRACTORS, OTHER_DATE, THIN, THIN_EUO, THIN_ISMS } from './findings';
import { type Cast, expectOk } from './people';
import {
  type Answered,
  answer,
  confirm,
  declare,
  draft,
  type Findings,
  recommend,
  request,
  review,
  take,
} from './steps';

/** How many working days ago the demo begins. */
export const BEGAN = 105;

/** The answers of a supplier's declaration, as the demo usually gives them or in another manner. */
export type Manners = (key: SupplierKey, product: string, manner: Partial<Manner>) => Answered;

/** A case that was over before what the demo tells of in detail; days are working days. */
type Past = {
  who: SupplierKey;
  product: string;
  /** How many days ago it was submitted. */
  ago: number;
  /** What each request asked for, and for how many days we and then the supplier had it. */
  asked?: readonly (readonly [findings: Findings, ours: number, theirs: number])[];
  /** Days to the recommendation since it came last, and to its confirmation. */
  last: readonly [assessor: number, second: number];
  outcome?: Outcome | 'withdrawn';
};

const PAST: readonly Past[] = [
  { who: 'thornbury', product: 'Thornbury Record', ago: 104, last: [7, 1] },
  { who: 'kestrel', product: 'Kestrel Refer', ago: 102, asked: [[THIN, 9, 6]], last: [4, 2] },
  { who: 'oakhurst', product: 'Oakhurst Care', ago: 99, asked: [[THIN_EUO, 8, 5]], last: [3, 1] },
  { who: 'meridian', product: 'Meridian View', ago: 97, last: [6, 2] },
  {
    ...{ who: 'fenland', product: 'Fenland Dispense', ago: 95, last: [5, 1] },
    asked: [
      [THIN, 10, 8],
      [THIN_ISMS, 5, 7],
    ],
  },
  { who: 'kestrel', product: 'Kestrel Book', ago: 92, last: [9, 3], outcome: 'rejected' },
  {
    who: 'thornbury',
    product: 'Thornbury Share',
    ago: 90,
    asked: [[THIN_EUO, 7, 4]],
    last: [4, 1],
  },
  { who: 'oakhurst', product: 'Oakhurst Home', ago: 87, last: [8, 2] },
  {
    who: 'meridian',
    product: 'Meridian Report',
    ago: 85,
    asked: [[OTHER_DATE, 6, 2]],
    last: [3, 1],
  },
  { who: 'fenland', product: 'Fenland Stock', ago: 82, last: [5, 0], outcome: 'withdrawn' },
  { who: 'kestrel', product: 'Kestrel Remind', ago: 80, asked: [[THIN_EUO, 9, 5]], last: [5, 2] },
  { who: 'oakhurst', product: 'Oakhurst Ward', ago: 78, last: [6, 1] },
  {
    ...{ who: 'thornbury', product: 'Thornbury Archive', ago: 75, last: [4, 2] },
    asked: [[NO_SUBCONTRACTORS, 8, 6]],
  },
  { who: 'fenland', product: 'Fenland Repeat', ago: 72, last: [7, 1] },
  { who: 'meridian', product: 'Meridian Store', ago: 70, asked: [[THIN, 8, 9]], last: [5, 1] },
  { who: 'kestrel', product: 'Kestrel Results', ago: 67, last: [5, 1] },
  {
    who: 'oakhurst',
    product: 'Oakhurst Clinic',
    ago: 65,
    asked: [[THIN_ISMS, 6, 4]],
    last: [3, 2],
  },
  {
    ...{ who: 'thornbury', product: 'Thornbury Scan', ago: 62, last: [6, 1] },
    outcome: 'approved_with_conditions',
  },
  { who: 'fenland', product: 'Fenland Claim', ago: 60, asked: [[THIN_EUO, 5, 3]], last: [4, 1] },
];

const REASONS: Record<Outcome, string> = {
  approved: 'Every question is answered in full.',
  approved_with_conditions: 'The ISMS is to cover this product.',
  rejected: 'The ISMS does not cover this product.',
};

/** Tells of one case from its submission to its end. */
async function tell(today: PlainDate, cast: Cast, answersOf: Manners, past: Past, number: number) {
  const { who, product, asked = [], last, outcome = 'approved' } = past;
  const { person, products } = cast.suppliers[who];
  const { assessor, assessor2, manager } = cast.staff;
  const first = number % 2 === 0 ? assessor : assessor2;
  let ago = past.ago;
  const onDay = (days: number, time: string) => {
    ago -= days;
    goTo(today, ago, time);
    return addWorkingDays(BASE_CALENDAR, today, -ago);
  };
  const submitted = onDay(0, '10:15');
  const manner = { noLaterThan: addDays(submitted, -25) };
  const all = answersOf(who, product, { ...manner, thorough: asked.length === 0 });
  const reference = await draft(person, products.get(product) ?? '', all);
  await declare(person, reference);
  for (const [round, [findings, ours, theirs]] of asked.entries()) {
    const sent = onDay(ours, '11:20');
    if (round === 0) await take(first, reference);
    await review(first, reference, findings);
    await request(first, reference, addWorkingDays(BASE_CALENDAR, sent, 10));
    onDay(theirs, '15:10');
    const better = answersOf(who, product, manner);
    const again = Object.keys(findings).map((id) => [id, better[id as keyof Answered]]);
    await answer(person, reference, Object.fromEntries(again), round + 1);
    await declare(person, reference);
  }
  const recommended = onDay(last[0], '14:40');
  if (outcome === 'withdrawn') {
    const reason = 'We are not going to offer this product.';
    expectOk(await withdrawApplication(person, { reference, reason }));
    return;
  }
  if (asked.length === 0) await take(first, reference);
  await review(first, reference, outcome === 'approved' ? {} : ISMS_NOT_MET);
  const text = 'Extend the ISMS to this product, and send its scope.';
  const conditions = [
    { questionId: 'isms' as const, text, dueOn: addWorkingDays(BASE_CALENDAR, recommended, 90) },
  ];
  const kept = outcome === 'approved_with_conditions' ? conditions : [];
  await recommend(first, reference, outcome, REASONS[outcome], kept);
  onDay(last[1], '16:30');
  await confirm(
    number % 3 === 0 ? (first === assessor ? assessor2 : assessor) : manager,
    reference,
  );
}

/** Everybody has long read what they were told of that. */
async function readWhatWasTold({ staff, suppliers }: Cast): Promise<void> {
  const system = { kind: 'system', name: 'demo' } as const;
  for (const eventId of await listQueuedEvents(system))
    expectOk(await tellEvent(system, { eventId }));
  const people = Object.values(suppliers).map(({ person }) => person);
  for (const person of [...Object.values(staff), ...people])
    expectOk(await markRead(person, { until: now().toISOString() }));
}

/** Tells of the cases that were over before, so that there is something to count. */
export async function tellPast(today: PlainDate, cast: Cast, answersOf: Manners): Promise<void> {
  for (const [number, past] of PAST.entries()) await tell(today, cast, answersOf, past, number);
  goTo(today, 46, '09:00');
  await readWhatWasTold(cast);
}
