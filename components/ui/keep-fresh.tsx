import type { Path } from '@/lib/paths';
import { Link } from './link';
import { RefreshWhile } from './refresh-while';

type KeepFreshProps = {
  /** The page's own address. */
  path: Path;
  /** Whether its reader stopped it. */
  stopped: boolean;
};

/**
 * Keeps a page up to date while something is under way: in place by a script, else by loading it
 * again every 5 seconds, which its reader can stop.
 */
export function KeepFresh({ path, stopped }: KeepFreshProps) {
  const again = (
    <p>
      <Link href={`${path}?refresh=off`}>Show how far it is</Link>
    </p>
  );
  if (stopped) return again;
  return (
    <>
      <RefreshWhile />
      <noscript>
        <meta httpEquiv="refresh" content="5" />
        <p>
          This page loads again every 5 seconds.{' '}
          <a href={`${path}?refresh=off`}>Stop loading it again</a>
        </p>
      </noscript>
    </>
  );
}
