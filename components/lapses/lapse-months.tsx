import '@/components/queue/queue.css';
import '@/components/suppliers/suppliers.css';
import { ROLES } from '@/components/queue/roles';
import { Link } from '@/components/ui/link';
import { hoursFor, type Pace } from '@/lib/domain/assessor-pace';
import { monthWords } from '@/lib/domain/dashboard-filters';
import { lapseQuery } from '@/lib/domain/lapse-view';
import { type LapseMonth, MOST_ASKED } from '@/lib/domain/lapses';
import { formatCount, formatDate, formatNumber } from '@/lib/format';
import { paths } from '@/lib/paths';

type LapseMonthsProps = { months: readonly LapseMonth[]; pace: Pace };

/** The months in which approvals end, with the assessor hours that deciding them anew takes. */
export function LapseMonths({ months, pace }: LapseMonthsProps) {
  const some = months.filter(({ approvals }) => approvals > 0);
  if (some.length === 0) return null;
  return (
    <table {...ROLES.table} className="nhsuk-table app-queue app-suppliers">
      <caption className="nhsuk-u-visually-hidden">Assessor hours by month</caption>
      <thead {...ROLES.group} className="nhsuk-table__head">
        <tr {...ROLES.row}>
          {['Month', 'Approvals that end', 'Assessor hours'].map((header, index) => (
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
        {some.map(({ startsOn, approvals }) => {
          const hours = hoursFor(pace, approvals);
          return (
            <tr key={startsOn} {...ROLES.row}>
              <th {...ROLES.rowHeader} scope="row">
                <Link
                  href={`${paths.lapses}${lapseQuery({ which: { month: startsOn }, most: MOST_ASKED })}#list`}
                >
                  {monthWords(startsOn)}
                </Link>
              </th>
              <td {...ROLES.cell} data-label="Approvals that end" className="app-suppliers__number">
                {formatNumber(approvals)}
              </td>
              <td {...ROLES.cell} data-label="Assessor hours" className="app-suppliers__number">
                {hours === null ? 'Not known' : formatNumber(hours)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** How the hours were worked out, or why they are not said. */
export function paceWords({ since, decided, assessors, workingDays, hoursEach }: Pace): string {
  const cases = formatCount(decided, 'case was', 'cases were');
  if (hoursEach === null)
    return `The assessor hours are not said: since ${formatDate(since)} only ${cases} decided, which is too few to tell a pace by.`;
  const each = formatCount(Math.round(hoursEach), 'hour');
  return `How the hours are worked out: since ${formatDate(since)} ${cases} decided, of ${formatCount(assessors, 'assessor')}, in ${formatCount(workingDays, 'working day')} of 7.5 hours. That is ${each} of an assessor for each case, other work included. Each approval that ends is taken for one case.`;
}
