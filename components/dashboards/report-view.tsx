import './dashboards.css';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import type { Measure } from '@/lib/domain/case-figures';
import { shortValue, trendSentence, WORKING_DAYS } from '@/lib/domain/charts/words';
import { monthWords } from '@/lib/domain/dashboard-filters';
import { addDays, addMonths, type PlainDate } from '@/lib/domain/dates';
import { type FigureCases, figureCasesQuery } from '@/lib/domain/figure-cases';
import type { Flow } from '@/lib/domain/flow';
import { fullNameOf } from '@/lib/domain/questions/catalogue';
import {
  SUPPLIER_FIGURE_IDS,
  SUPPLIER_FIGURES,
  type SupplierFigures,
} from '@/lib/domain/supplier-list';
import type { Why } from '@/lib/domain/why';
import { formatDate, formatNumber } from '@/lib/format';
import { type Href, paths } from '@/lib/paths';

type ReportViewProps = {
  /** The month's first day. */
  month: PlainDate;
  own: Flow;
  before: Flow;
  why: Why;
  euos: SupplierFigures;
  today: PlainDate;
};

const MOST_REASONS = 5;
const NONE = 'Nothing to count';
const mean = (value: number | null) =>
  value === null ? NONE : shortValue(Math.round(value * 10) / 10, WORKING_DAYS);
const days = (value: number | null) => (value === null ? NONE : String(value));
const percent = (share: number | null) => (share === null ? NONE : `${Math.round(share * 100)}%`);

/** What the report tells of a month, line by line. */
type Line = { label: string; measure: Measure; of: (flow: Flow) => string };
const LINES: readonly Line[] = [
  {
    label: 'Declarations received',
    measure: 'received',
    of: ({ received }) => formatNumber(received),
  },
  {
    label: 'Applications decided',
    measure: 'decided',
    of: ({ decision }) => formatNumber(decision.cases),
  },
  {
    label: 'Applications withdrawn',
    measure: 'withdrawn',
    of: ({ withdrawn }) => formatNumber(withdrawn),
  },
  {
    label: 'Working days to the first response, half within',
    measure: 'responded',
    of: ({ response }) => days(response.half),
  },
  {
    label: 'Working days to the first response, 8 in 10 within',
    measure: 'responded',
    of: ({ response }) => days(response.eightInTen),
  },
  {
    label: 'Working days to the decision, half within',
    measure: 'decided',
    of: ({ decision }) => days(decision.half),
  },
  {
    label: 'Working days to the decision, 8 in 10 within',
    measure: 'decided',
    of: ({ decision }) => days(decision.eightInTen),
  },
  {
    label: 'Of these with the supplier, on average',
    measure: 'supplier_days',
    of: (flow) => mean(flow.days.supplier),
  },
  {
    label: 'Of these with the assessor, on average',
    measure: 'assessor_days',
    of: (flow) => mean(flow.days.assessor),
  },
  {
    label: 'Of these with the second person, on average',
    measure: 'second_person_days',
    of: (flow) => mean(flow.days.secondPerson),
  },
  {
    label: 'Approved first time',
    measure: 'approved_first_time',
    of: ({ firstTime }) => percent(firstTime),
  },
  {
    label: 'Rounds for each decision, on average',
    measure: 'rounds',
    of: ({ rounds }) => mean(rounds),
  },
];

/** The cases behind a figure of a month. */
const listOf = (
  month: PlainDate,
  cases: Pick<FigureCases, 'measure'> & Partial<FigureCases>,
): Href =>
  paths.figureCases(
    figureCasesQuery(
      { from: month, to: addDays(addMonths(month, 1), -1), ...cases },
      { page: 'report', shown: month.slice(0, 7) },
    ),
  );

/** A figure with the way to its list, unless there is nothing to list. */
function linked({ label, measure, of }: Line, flow: Flow, month: PlainDate) {
  const said = of(flow);
  if (said === NONE || said === '0') return said;
  return (
    <Link href={listOf(month, { measure })}>
      {said}
      <span className="nhsuk-u-visually-hidden">
        , {label}, {monthWords(month)}
      </span>
    </Link>
  );
}

/** A month on one page: its figures beside the month before, why more was asked for, and the ledgers today. */
export function ReportView({ month, own, before, why, euos, today }: ReportViewProps) {
  const reasons = why.reasons.slice(0, MOST_REASONS);
  return (
    <div className="app-report">
      {own.response.half === null ? null : (
        <p>
          {trendSentence({
            ...{ measure: 'Median', of: 'to first response', unit: WORKING_DAYS },
            ...{ now: own.response.half, before: before.response.half },
            beforeName: monthWords(addMonths(month, -1)),
          })}
        </p>
      )}
      <Table
        dense
        caption="Applications"
        columns={[
          { header: 'Figure', cell: ({ label }) => label },
          { header: monthWords(month), cell: (line) => linked(line, own, month), numeric: true },
          {
            header: monthWords(addMonths(month, -1)),
            cell: (line) => linked(line, before, addMonths(month, -1)),
            numeric: true,
          },
        ]}
        rows={LINES}
        rowKey={({ label }) => label}
        empty={null}
      />
      <Table
        dense
        caption="Why more was asked for, most often first"
        columns={[
          {
            header: 'Reason',
            cell: ({ questionId, text }) => `${fullNameOf(questionId)}: ${text}`,
          },
          {
            header: 'How often',
            cell: ({ questionId, reason, cases }) => (
              <Link href={listOf(month, { measure: 'reason', question: questionId, reason })}>
                {formatNumber(cases)}
              </Link>
            ),
            numeric: true,
          },
        ]}
        rows={reasons}
        rowKey={({ questionId, reason }) => `${questionId} ${reason}`}
        empty={<p>Nothing more was asked for in {monthWords(month)}.</p>}
      />
      <Table
        dense
        caption={`End user organisations, as of ${formatDate(today)}`}
        columns={[
          { header: 'Figure', cell: (id) => SUPPLIER_FIGURES[id].label },
          { header: 'All suppliers', cell: (id) => formatNumber(euos[id]), numeric: true },
        ]}
        rows={SUPPLIER_FIGURE_IDS}
        rowKey={(id) => id}
        empty={null}
      />
    </div>
  );
}
