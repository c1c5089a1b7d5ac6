import { NotificationBanner } from '@/components/ui/notification-banner';
import type { ScanState } from '@/lib/domain/evidence-download';
import { formatCount } from '@/lib/format';

/** What came of the last thing done here, as the address tells it. */
export type Told = Record<string, string | string[] | undefined>;

function headingOf({ added, replaced, removed, dated }: Told): string | null {
  if (replaced) return 'The file is replaced';
  if (dated) return 'The dates are saved';
  if (removed) return 'The file is removed';
  return Number(added) > 0 ? `${formatCount(Number(added), 'file')} added` : null;
}

type FilesNoticeProps = {
  told: Told;
  files: { scan: ScanState }[];
  /** Where files are attached, in words. */
  where?: string;
};

export function FilesNotice({ told, files, where = 'to this answer' }: FilesNoticeProps) {
  if (told.added === '0')
    return (
      <NotificationBanner heading="Nothing was added">
        <p>What you uploaded is attached {where} already.</p>
      </NotificationBanner>
    );
  const heading = headingOf(told);
  if (heading === null) return null;
  const checking = !told.removed && !told.dated && files.some(({ scan }) => scan === 'waiting');
  return (
    <NotificationBanner kind="success" heading={heading}>
      {Number(told.added) > 0 && Number(told.known) > 0 ? (
        <p>
          {Number(told.known) === 1
            ? `1 other file was attached ${where} already, so it was not added again.`
            : `${Number(told.known)} other files were attached ${where} already, so they were not added again.`}
        </p>
      ) : null}
      {checking ? <p>We check new files for viruses. This can take a few minutes.</p> : null}
    </NotificationBanner>
  );
}
