import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { Tag } from '@/components/ui/tag';
import type { PlainDate } from '@/lib/domain/dates';
import { type EvidenceDates, evidenceCurrency } from '@/lib/domain/evidence';
import { evidenceDatesWords } from '@/lib/domain/evidence-dates';
import { SCAN_STATES, type ScanState } from '@/lib/domain/evidence-download';
import { formatFileSize } from '@/lib/format';
import { paths } from '@/lib/paths';
import './evidence.css';

const COLOURS = {
  waiting: 'blue',
  clean: 'green',
  infected: 'red',
  not_scanned: 'yellow',
  failed: 'orange',
} as const;

export type ShownFile = EvidenceDates & {
  id: string;
  name: string;
  size: number;
  scan: ScanState;
};
type FileListProps<F extends ShownFile> = {
  files: readonly F[];
  /** The day on which the dates are judged; null shows them as they are. */
  today: PlainDate | null;
  /** What else stands in the line of a file. */
  children?: (file: F) => ReactNode;
};

/** Files by name, size and what the scanner said; each name opens the file or says why it cannot. */
export function FileList<F extends ShownFile>({ files, today, children }: FileListProps<F>) {
  return (
    <ul className="app-files">
      {files.map((file) => (
        <li key={file.id} className="app-files__file">
          <span className="app-files__what">
            <Link href={paths.document(file.id)}>{file.name}</Link>{' '}
            <span className="app-files__size">{formatFileSize(file.size)}</span>{' '}
            <Tag colour={COLOURS[file.scan]}>{SCAN_STATES[file.scan].label}</Tag>
            <FileDates file={file} today={today} />
          </span>
          {children?.(file)}
        </li>
      ))}
    </ul>
  );
}

const NOT_CURRENT = { current: null, expired: 'Expired', not_yet: 'Not effective yet' } as const;

function FileDates({ file, today }: { file: ShownFile; today: PlainDate | null }) {
  const words = evidenceDatesWords(file, today);
  if (words === null) return null;
  const mark = today === null ? null : NOT_CURRENT[evidenceCurrency(file, today)];
  return (
    <span className="app-files__dates">
      {words} {mark === null ? null : <Tag colour="orange">{mark}</Tag>}
    </span>
  );
}
