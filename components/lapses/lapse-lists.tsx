import { DownloadLinks } from '@/components/dashboards/download-links';
import { ErrorSummary } from '@/components/form/error-summary';
import { FiltersForm } from '@/components/form/filters-form';
import { TextField } from '@/components/form/text-field';
import { Link } from '@/components/ui/link';
import { Pagination } from '@/components/ui/pagination';
import { monthWords } from '@/lib/domain/dashboard-filters';
import type { PlainDate } from '@/lib/domain/dates';
import { type LapseView, lapseQuery } from '@/lib/domain/lapse-view';
import {
  type LapseCursor,
  type LapseWhich,
  MOST_ASKED,
  writeLapseCursor,
} from '@/lib/domain/lapses';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';
import { LapsesTable } from './lapses-table';

type Rows = Parameters<typeof LapsesTable>[0]['rows'];
type List = { rows: Rows; next: LapseCursor | null };
type LapseListsProps = {
  view: LapseView;
  list: List;
  lapsed: List | null;
  today: PlainDate;
};

function headingOf(which: LapseWhich, listed: number, today: PlainDate): string {
  if (which === 'lapsed') return 'Past the last day';
  if (which !== 'next') {
    const so = which.month.slice(0, 7) === today.slice(0, 7) ? ', from today on' : '';
    return `Last day in ${monthWords(which.month)}${so}`;
  }
  if (listed < 2) return 'Ask next';
  return `Ask these ${listed} now`;
}

const EMPTY = 'No approval in force has its last day here.';

/** Those to ask, the first to end first; those that lapsed stand before them, apart. */
export function LapseLists({ view, list, lapsed, today }: LapseListsProps) {
  const { which, after, problems, number } = view;
  const first = `${paths.lapses}${lapseQuery(view)}#list` as const;
  return (
    <>
      {lapsed && lapsed.rows.length > 0 ? (
        <>
          <h2 className="nhsuk-heading-m">Ask first: past the last day</h2>
          <LapsesTable caption="Past the last day" rows={lapsed.rows} empty={<p>{EMPTY}</p>} />
          {lapsed.next ? (
            <p>
              <Link href={`${paths.lapses}?show=lapsed#list`}>All that are past the last day</Link>
            </p>
          ) : null}
          <DownloadLinks
            label="Download all of them"
            what="all that are past the last day"
            path={paths.lapsesDownload}
            query="?show=lapsed"
          />
        </>
      ) : null}
      <h2 className="nhsuk-heading-m" id="list">
        {headingOf(which, list.rows.length, today)}
      </h2>
      <p className="app-measure">
        The first to end stand first. Each supplier is told by message when the register or a new
        day puts an approval at risk; to ask more of them, take the list away and write to them.
      </p>
      {which === 'next' ? null : (
        <p>
          <Link href={`${paths.lapses}#list`}>Show the next to end</Link>
        </p>
      )}
      {problems.length > 0 ? (
        <ErrorSummary problems={problems} idPrefix="filter-" focusKey={0} />
      ) : null}
      <FiltersForm
        action={paths.lapses}
        clear={paths.lapses}
        values={{ number }}
        problems={problems}
        label="Choose how many are listed"
        keep={keepOf(which)}
      >
        <TextField
          name="number"
          label="How many at a time"
          hint={`Up to ${MOST_ASKED}`}
          width={3}
          inputMode="numeric"
          autoComplete="off"
        />
      </FiltersForm>
      <LapsesTable
        caption={`${formatCount(list.rows.length, 'approval')} by last day`}
        rows={list.rows}
        empty={<p>{EMPTY}</p>}
      />
      <Pagination
        previous={after ? { href: first, label: 'First' } : undefined}
        next={
          list.next
            ? { href: `${paths.lapses}${lapseQuery(view, writeLapseCursor(list.next))}#list` }
            : undefined
        }
      />
      {which === 'next' ? (
        <DownloadLinks
          label="Download these"
          what="these approvals"
          path={paths.lapsesDownload}
          query={lapseQuery(view, after ? writeLapseCursor(after) : '')}
        />
      ) : null}
      <DownloadLinks
        label={which === 'next' ? 'Download all that are ahead' : 'Download all of them'}
        what="all approvals of this list"
        path={paths.lapsesDownload}
        query={which === 'next' ? '?whole=yes' : lapseQuery({ which, most: MOST_ASKED })}
      />
    </>
  );
}

const keepOf = (which: LapseWhich): Record<string, string> => {
  const { show } = Object.fromEntries(
    new URLSearchParams(lapseQuery({ which, most: MOST_ASKED })),
  ) as { show?: string };
  return show ? { show } : {};
};
