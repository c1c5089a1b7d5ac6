import { Button } from '@/components/ui/button';
import { InsetText } from '@/components/ui/inset-text';
import { KeepFresh } from '@/components/ui/keep-fresh';
import { Link } from '@/components/ui/link';
import { WarningCallout } from '@/components/ui/warning-callout';
import type { SnapshotState } from '@/lib/domain/register';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';

type SnapshotNoticeProps = {
  snapshot: { id: string; state: SnapshotState; problem: string | null; rows: number };
  /** Whether its reader does not want the page to load again by itself. */
  stopped: boolean;
  /** Says that so few rows are right. */
  confirm: () => Promise<void>;
};

/** What is to be done about a snapshot that is not read, or not right. */
export function SnapshotNotice({ snapshot, stopped, confirm }: SnapshotNoticeProps) {
  const { id, state, problem, rows } = snapshot;
  if (state === 'ready') return null;
  if (state === 'waiting')
    return (
      <InsetText>
        <p>The file is being read, which takes a few seconds.</p>
        <KeepFresh path={paths.register(id)} stopped={stopped} />
      </InsetText>
    );
  if (state === 'refused')
    return (
      <WarningCallout heading="This file could not be read">
        <p>{problem}.</p>
        <p>
          Nothing of it is in use. <Link href={paths.registerNew}>Upload another file</Link>
        </p>
      </WarningCallout>
    );
  return (
    <WarningCallout heading="Check this file before it is used">
      <p>
        It holds {formatCount(rows, 'row')}, fewer than 9 in 10 of the one before it. A filtered
        search, or a download that broke off, gives such a file.
      </p>
      <p>
        Once it is confirmed, everybody is held against it, also those whom it does not hold. If it
        is right, confirm it. If not, upload the whole file.
      </p>
      <form action={confirm}>
        <Button variant="secondary">Confirm this file</Button>
      </form>
    </WarningCallout>
  );
}
