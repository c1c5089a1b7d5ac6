import type { ReactNode } from 'react';
import { Details } from '@/components/ui/details';
import type { Forecast } from '@/lib/domain/forecast';
import { formatCount, formatDate } from '@/lib/format';

/** When an application is likely to be decided, and how that was worked out. */
export function ForecastLine({ forecast }: { forecast: Forecast | null }) {
  if (!forecast) return null;
  return (
    <>
      <p>{sentenceOf(forecast)}</p>
      <Details summary="How we estimate this">
        <p>
          We look at the {formatCount(forecast.decided, 'application')} that we decided since{' '}
          {formatDate(forecast.since)}, and count the working days on which each was with us. The
          days on which its supplier had it do not count. {ownOf(forecast)}
        </p>
        <p>This is an estimate from what happened before, and no promise.</p>
      </Details>
    </>
  );
}

function sentenceOf(forecast: Forecast): ReactNode {
  if (forecast.kind === 'longer')
    return 'This is taking us longer than nearly all applications, so we cannot estimate when it will be decided.';
  if (forecast.kind === 'window') {
    const { from, to } = forecast;
    const when =
      from === to
        ? `about ${formatDate(from)}`
        : `between ${formatDate(from)} and ${formatDate(to)}`;
    return `A decision is likely ${when}.`;
  }
  const { kind, early, late } = forecast;
  const days =
    early === late
      ? `about ${formatCount(early, 'working day')}`
      : `${early} to ${formatCount(late, 'working day')}`;
  const once = kind === 'after_submission' ? 'Once you submit again' : 'Once you answer';
  return `${once}, a decision is likely to take us ${days} more.`;
}

function ownOf({ kind, spent }: Forecast): string {
  const own = `Yours has been with us for ${formatCount(spent, 'working day')}`;
  return kind === 'longer'
    ? `${own}.`
    : `${own}. Of those that were with us for longer, most had about as many days left as we say here: we leave out the quickest two in ten and the slowest two in ten.`;
}
