import { hoursFor, type Pace } from './assessor-pace';
import type { PlainDate } from './dates';
import {
  LAPSE_CAUSES,
  type LapseCause,
  type LapseCount,
  lapsedBy,
  lapseMonths,
  lapseTotals,
} from './lapses';
import type { TableFile } from './table-file';

const CAUSES = Object.keys(LAPSE_CAUSES) as LapseCause[];

/**
 * The months ahead as a table to take away, with how many approvals end in each, the cases and the
 * assessor hours that they bring; first what is past its last day.
 */
export function lapseTable(counts: readonly LapseCount[], today: PlainDate, pace: Pace): TableFile {
  const { lapsed, cases } = lapseTotals(counts, today);
  return {
    ...{ table: 'approvals-that-lapse-by-month', span: null },
    columns: [
      ...['Month', 'Approvals', ...CAUSES.map((id) => LAPSE_CAUSES[id].label)],
      ...['Cases for an assessor', 'Assessor hours'],
    ],
    rows: [
      [
        ...['Past the last day', lapsed, ...CAUSES.map((id) => lapsedBy(counts, today, id))],
        ...[cases.lapsed, hoursFor(pace, cases.lapsed)],
      ],
      ...lapseMonths(counts, today).map(({ startsOn, of, approvals, cases: own }) => [
        ...[startsOn.slice(0, 7), approvals],
        ...CAUSES.map((id) => (id === 'nothing' ? 0 : of[id])),
        ...[own, hoursFor(pace, own)],
      ]),
    ],
  };
}
