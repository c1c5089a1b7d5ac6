import { InsetText } from '@/components/ui/inset-text';
import { KeepFresh } from '@/components/ui/keep-fresh';
import { Link } from '@/components/ui/link';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { WarningCallout } from '@/components/ui/warning-callout';
import {
  canMendPasted,
  hasNothing,
  type ImportState,
  type OutcomeCounts,
  PREVIEW_DAYS,
} from '@/lib/domain/euo-import';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';

type ImportNoticeProps = {
  found: {
    id: string;
    state: ImportState;
    rowsRead: number;
    problem: string | null;
    /** Who gave it up, where somebody did. */
    confirmer: string | null;
    fileName: string;
    size: number;
    counts: OutcomeCounts;
  };
  /** Whether its reader does not want the page to load again by itself. */
  stopped: boolean;
};

/** Where an import stands, and what is to be done about it. */
export function ImportNotice({ found, stopped }: ImportNoticeProps) {
  const { id, state, rowsRead, problem, counts } = found;
  const path = paths.euoImport(id);
  switch (state) {
    case 'waiting':
    case 'checking':
      return (
        <InsetText>
          <p>
            {state === 'waiting' || rowsRead === 0
              ? 'The file waits to be checked.'
              : `The file is being checked: ${formatCount(rowsRead, 'row')} read.`}{' '}
            Nothing is imported yet. You may leave this page and come back.
          </p>
          <KeepFresh path={path} stopped={stopped} />
        </InsetText>
      );
    case 'applying':
      return (
        <InsetText>
          <p>
            {formatCount(counts.add + counts.change, 'row')} being imported, all of them or none.
            You may leave this page and come back.
          </p>
          <KeepFresh path={path} stopped={stopped} />
        </InsetText>
      );
    case 'done':
      return (
        <NotificationBanner kind="success" heading="The file is imported">
          <p>
            <Link href={paths.euos}>See your end user organisations</Link>
          </p>
        </NotificationBanner>
      );
    case 'refused':
      return (
        <WarningCallout heading="Nothing of this file was imported">
          <p>{problem}.</p>
          <p>
            {canMendPasted(found) ? (
              <Link href={paths.euoImportAgain(id)}>Mend the rows that you pasted</Link>
            ) : (
              <Link href={paths.euoImports}>Upload a file</Link>
            )}
          </p>
        </WarningCallout>
      );
    case 'given_up':
      return (
        <InsetText>
          {hasNothing(found) ? (
            <p>There was nothing to import, so nothing was changed.</p>
          ) : found.confirmer === null ? (
            <p>
              Nobody confirmed this import within {PREVIEW_DAYS} days, so it was given up and
              nothing of it was imported.{' '}
              <Link href={canMendPasted(found) ? paths.euoImportAgain(id) : paths.euoImports}>
                Upload it again
              </Link>
            </p>
          ) : (
            <p>This import was given up, so nothing of it was imported.</p>
          )}
        </InsetText>
      );
    case 'preview':
      return null;
  }
}
