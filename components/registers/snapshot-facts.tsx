import { SummaryList } from '@/components/ui/summary-list';
import type { PlainDate } from '@/lib/domain/dates';
import { formatCount, formatDate, formatDateTime, formatFileSize } from '@/lib/format';

type Facts = {
  fileName: string;
  size: number;
  sha256: string;
  asOf: PlainDate;
  complete: boolean;
  rows: number;
  refused: number;
  uploader: string;
  uploadedAt: Date;
  confirmer: string | null;
  confirmedAt: Date | null;
};

/** Where a snapshot came from and what it holds. */
export function SnapshotFacts({ snapshot }: { snapshot: Facts }) {
  const { fileName, size, sha256, confirmer, confirmedAt } = snapshot;
  const broken = (text: string) => <span className="[overflow-wrap:anywhere]">{text}</span>;
  return (
    <SummaryList
      rows={[
        { label: 'Date of the file', value: formatDate(snapshot.asOf) },
        { label: 'Holds every organisation', value: snapshot.complete ? 'Yes' : 'Not said' },
        { label: 'Organisations', value: formatCount(snapshot.rows, 'row') },
        { label: 'Refused', value: formatCount(snapshot.refused, 'row') },
        { label: 'File', value: broken(`${fileName}, ${formatFileSize(size)}`) },
        { label: 'SHA-256', value: broken(sha256) },
        {
          label: 'Uploaded',
          value: `${formatDateTime(snapshot.uploadedAt)}, by ${snapshot.uploader}`,
        },
        ...(confirmer && confirmedAt
          ? [{ label: 'Confirmed', value: `${formatDateTime(confirmedAt)}, by ${confirmer}` }]
          : []),
      ]}
    />
  );
}
