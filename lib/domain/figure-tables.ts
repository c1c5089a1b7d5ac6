import type { FigureFilter } from './figure-sums';
import type { FlowPeriod } from './flow';
import { fullNameOf } from './questions/catalogue';
import { REASONS } from './questions/types';
import type { TableFile } from './table-file';
import type { Why } from './why';

const percent = (share: number | null) => (share === null ? null : share * 100);

/** How cases came and went in each week or month, as a table to take away. Means to two places. */
export function flowTable(
  { period, from, to }: FigureFilter,
  periods: readonly FlowPeriod[],
): TableFile {
  return {
    table: `flow-by-${period}`,
    span: { from, to },
    columns: [
      ...[
        period === 'week' ? 'Week from' : 'Month from',
        'Received',
        'Withdrawn',
        'First responses',
      ],
      ...['Half within (working days)', '8 in 10 within (working days)', 'Decisions'],
      ...['Decided: half within (working days)', 'Decided: 8 in 10 within (working days)'],
      ...['Days with the supplier (mean)', 'Days with the assessor (mean)'],
      ...['Days with the second person (mean)', 'Approved first time (%)', 'Rounds (mean)'],
    ],
    rows: periods.map(({ startsOn, response, decision, days, ...flow }) => [
      ...[startsOn, flow.received, flow.withdrawn, response.cases, response.half],
      ...[response.eightInTen, decision.cases, decision.half, decision.eightInTen],
      ...[days.supplier, days.assessor, days.secondPerson, percent(flow.firstTime), flow.rounds],
    ]),
  };
}

/** Why more was asked for, reason by reason, as a table to take away. */
export function whyTable({ from, to }: FigureFilter, { reasons, requests }: Why): TableFile {
  return {
    table: 'reasons',
    span: { from, to },
    columns: ['Question', 'Reason', 'How often', 'Of requests (%)'],
    rows: reasons.map(({ questionId, reason, cases }) => [
      ...[fullNameOf(questionId), REASONS[reason], cases],
      requests === 0 ? null : percent(cases / requests),
    ]),
  };
}
