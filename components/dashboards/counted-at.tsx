import './dashboards.css';
import { londonDate } from '@/lib/domain/clock';
import { formatDateTime, formatTime } from '@/lib/format';

type CountedAtProps = {
  /** Since when what happened is not counted yet; null where everything is. */
  asOf: Date | null;
  now: Date;
};

/** 'at 10:32am' today, 'on 20 November 2026, 10:32am' on another day. */
const when = (instant: Date, now: Date): string =>
  londonDate(instant) === londonDate(now) ? formatTime(instant) : formatDateTime(instant);

/** How old the numbers of a page are. */
export function CountedAt({ asOf, now }: CountedAtProps) {
  return (
    <p className="app-counted-at">
      {asOf === null
        ? `Counted at ${formatTime(now)}.`
        : `Counted up to ${when(asOf, now)}. What happened since is being counted: load the page again to see it.`}
    </p>
  );
}
