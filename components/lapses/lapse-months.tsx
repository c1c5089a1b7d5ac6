import '@/components/queue/queue.css';
import '@/components/suppliers/suppliers.css';
import { ROLES } from '@/components/queue/roles';
import { Link } from '@/components/ui/link';
import { hoursFor, type Pace } from '@/lib/domain/assessor-pace';
import { monthWords } from '@/lib/domain/dashboard-filters';
import { lapseQuery } from '@/lib/domain/lapse-view';
import { type LapseMonth, type LapseTotals, MOST_ASKED } from '@/lib/domain/lapses';
import { formatCount, formatDate, formatNumber } from '@/lib/format';
import { paths } from '@/lib/paths';

type LapseMonthsProps = { months: readonly LapseMonth[]; totals: LapseTotals; pace: Pace };
const NUMBERS = ['Approvals that end', 'Cases for an assessor', 'Assessor hours'] as const;

/** What is past its last day and the months in which approvals end, with the assessor hours that they bring. */
export function LapseMonths({ months, totals, pace }: LapseMonthsProps) {
  const { lapsed, cases: of } = totals;
  const past = { name: 'Past the last day', which: 'lapsed' as const, approvals: lapsed };
  const ahead = months.map(({ startsOn, approvals, cases }) => ({
    ...{ name: monthWords(startsOn), which: { month: startsOn }, approvals, cases },
  }));
  const rows = [{ ...past, cases: of.lapsed }, ...ahead].filter(({ approvals }) => approvals > 0);
  if (rows.length === 0) return null;
  return (
    <table {...ROLES.table} className="nhsuk-table app-queue app-suppliers">
      <caption className="nhsuk-u-visually-hidden">Assessor hours by month</caption>
      <thead {...ROLES.group} className="nhsuk-table__head">
        <tr {...ROLES.row}>
          {['Month', ...NUMBERS].map((header, index) => (
            <th
              {...ROLES.columnHeader}
              key={header}
              scope="col"
              className={index > 0 ? 'app-suppliers__number' : undefined}
            >
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...ROLES.group}>
        {rows.map(({ name, which, approvals, cases }) => {
          const hours = hoursFor(pace, cases);
          return (
            <tr key={name} {...ROLES.row}>
              <th {...ROLES.rowHeader} scope="row">
                <Link href={`${paths.lapses}${lapseQuery({ which, most: MOST_ASKED })}#list`}>
                  {name}
                </Link>
              </th>
              {[approvals, cases, hours].map((number, index) => (
                <td
                  {...ROLES.cell}
                  key={NUMBERS[index]}
                  data-label={NUMBERS[index]}
                  className="app-suppliers__number"
                >
                  {number === null ? 'Not known' : formatNumber(number)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const CASES =
  'An approval that somebody has to apply for again brings one case. One whose DSPT edition ends brings none, since the register extends it once its supplier publishes the next edition.';

/** How the hours were worked out, or why they are not said. */
export function paceWords({ since, decided, assessors, workingDays, hoursEach }: Pace): string {
  const cases = formatCount(decided, 'case was', 'cases were');
  if (hoursEach === null)
    return `The assessor hours are not said: since ${formatDate(since)} only ${cases} decided, which is too few to tell a pace by.`;
  const each = formatCount(Math.round(hoursEach), 'hour');
  return `How the hours are worked out: since ${formatDate(since)} ${cases} decided, of ${formatCount(assessors, 'assessor')}, in ${formatCount(workingDays, 'working day')} of 7.5 hours. That is ${each} of an assessor for each case, other work included. ${CASES}`;
}
