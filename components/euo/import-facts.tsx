import { SummaryList } from '@/components/ui/summary-list';
import { hasNothing, type ImportState, type OutcomeCounts } from '@/lib/domain/euo-import';
import { formatCount, formatDateTime, formatFileSize } from '@/lib/format';
import { ImportStateTag } from './imports-table';

type Facts = {
  fileName: string;
  size: number;
  sha256: string;
  state: ImportState;
  counts: OutcomeCounts;
  rowsRead: number;
  replaceEdited: boolean;
  uploader: string;
  uploadedAt: Date;
  confirmer: string | null;
  confirmedAt: Date | null;
  endedAt: Date | null;
};

/** Where an import came from, and who did what with it. */
export function ImportFacts({ found }: { found: Facts }) {
  const { fileName, size, sha256, state, confirmer, confirmedAt, endedAt } = found;
  const broken = (text: string) => <span className="[overflow-wrap:anywhere]">{text}</span>;
  const abandoned = state === 'given_up' && confirmer === null;
  const nothing = hasNothing(found);
  const ended = nothing ? 'Finished' : 'Given up';
  const decided = state === 'given_up' ? ended : 'Confirmed';
  return (
    <>
      <h2 className="nhsuk-heading-m">About this import</h2>
      <SummaryList
        rows={[
          { label: 'State', value: <ImportStateTag {...{ state, abandoned, nothing }} /> },
          { label: 'File', value: broken(`${fileName}, ${formatFileSize(size)}`) },
          { label: 'Rows', value: formatCount(found.rowsRead, 'row') },
          { label: 'SHA-256', value: broken(sha256) },
          {
            label: 'Uploaded',
            value: `${formatDateTime(found.uploadedAt)}, by ${found.uploader}`,
          },
          ...(confirmer && confirmedAt
            ? [{ label: decided, value: `${formatDateTime(confirmedAt)}, by ${confirmer}` }]
            : []),
          ...(abandoned && endedAt
            ? [
                {
                  label: ended,
                  value: `${formatDateTime(endedAt)}, since ${nothing ? 'there was nothing to import' : 'nobody confirmed it'}`,
                },
              ]
            : []),
          ...(found.replaceEdited
            ? [{ label: 'What was edited since', value: 'Replaced as well' }]
            : []),
          ...(state === 'done' && endedAt
            ? [{ label: 'Imported', value: formatDateTime(endedAt) }]
            : []),
        ]}
      />
    </>
  );
}
