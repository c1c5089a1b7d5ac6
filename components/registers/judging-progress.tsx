import { InsetText } from '@/components/ui/inset-text';
import { Link } from '@/components/ui/link';
import { RefreshWhile } from '@/components/ui/refresh-while';
import type { JudgedSoFar } from '@/lib/domain/judging';
import { formatCount } from '@/lib/format';
import type { Path } from '@/lib/paths';

/** How far a run is, in words: 'Judged so far: 3 of 3 approvals, 20,000 of 100,000 organisations'. */
export function progressWords({ state, total, judged, approvals, approvalsJudged }: JudgedSoFar) {
  if (state === 'waiting') return 'Waits for the run before it.';
  const of = (done: number, all: number, one: string) =>
    `${done.toLocaleString('en-GB')} of ${formatCount(all, one)}`;
  return `Judged so far: ${of(approvalsJudged, approvals, 'approval')}, ${of(judged, total, 'end user organisation')}.`;
}

/** How far the judging is, while it goes on. */
export function JudgingProgress({ path, progress }: { path: Path; progress: JudgedSoFar }) {
  return (
    <InsetText>
      <p>
        {progress.state === 'waiting'
          ? 'Approvals and end user organisations will be judged again in a moment.'
          : progressWords(progress)}
      </p>
      <p>
        <Link href={path}>Show how far it is</Link>
      </p>
      <RefreshWhile />
    </InsetText>
  );
}
