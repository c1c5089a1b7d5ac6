import type { FigureFilter } from './figure-sums';
import type { FlowPeriod } from './flow';
import { fullNameOf } from './questions/catalogue';
import type { TableFile } from './table-file';
import type { Why } from './why';

const percent = (share: number | null) => (share === null ? null : share * 100);

type FlowColumn = { header: string; of: (flow: FlowPeriod) => string | number | null };
const FLOW_COLUMNS: readonly FlowColumn[] = [
  { header: 'First responses', of: ({ response }) => response.cases },
  { header: 'Half within (working days)', of: ({ response }) => response.half },
  { header: '8 in 10 within (working days)', of: ({ response }) => response.eightInTen },
  { header: 'Decisions', of: ({ decision }) => decision.cases },
  { header: 'Decided: half within (working days)', of: ({ decision }) => decision.half },
  { header: 'Decided: 8 in 10 within (working days)', of: ({ decision }) => decision.eightInTen },
  { header: 'Days with the supplier (mean)', of: ({ days }) => days.supplier },
  { header: 'Days with the assessor (mean)', of: ({ days }) => days.assessor },
  { header: 'Days with the second person (mean)', of: ({ days }) => days.secondPerson },
  { header: 'Approved first time (%)', of: ({ firstTime }) => percent(firstTime) },
  { header: 'Rounds (mean)', of: ({ rounds }) => rounds },
];
/** Receiving and withdrawing are nobody's doing: neither can be told of one assessor. */
const EVERYBODYS_COLUMNS: readonly FlowColumn[] = [
  { header: 'Received', of: ({ received }) => received },
  { header: 'Withdrawn', of: ({ withdrawn }) => withdrawn },
];

/** How cases came and went in each week or month, as a table to take away. Means to two places. */
export function flowTable(
  { period, from, to, assessorId }: FigureFilter,
  periods: readonly FlowPeriod[],
): TableFile {
  const columns: readonly FlowColumn[] = [
    {
      header: period === 'week' ? 'Week from' : 'Month from',
      of: ({ startsOn }) => startsOn,
    },
    ...(assessorId === null ? EVERYBODYS_COLUMNS : []),
    ...FLOW_COLUMNS,
  ];
  return {
    table: `flow-by-${period}`,
    span: { from, to },
    columns: columns.map(({ header }) => header),
    rows: periods.map((each) => columns.map(({ of }) => of(each))),
  };
}

/** Why more was asked for, reason by reason, as a table to take away. */
export function whyTable({ from, to }: FigureFilter, { reasons, requests }: Why): TableFile {
  return {
    table: 'reasons',
    span: { from, to },
    columns: ['Question', 'Reason', 'How often', 'Of requests (%)'],
    rows: reasons.map(({ questionId, text, cases }) => [
      ...[fullNameOf(questionId), text, cases],
      requests === 0 ? null : percent(cases / requests),
    ]),
  };
}
