import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { Tag } from '@/components/ui/tag';
import { SCAN_STATES, type ScanState } from '@/lib/domain/evidence-download';
import { formatFileSize } from '@/lib/format';
import { paths } from '@/lib/paths';

const COLOURS = {
  waiting: 'blue',
  clean: 'green',
  infected: 'red',
  not_scanned: 'yellow',
  failed: 'orange',
} as const;

export type ShownFile = { id: string; name: string; size: number; scan: ScanState };
type FileListProps<F extends ShownFile> = {
  files: readonly F[];
  /** What else stands in the line of a file. */
  children?: (file: F) => ReactNode;
};

/** Files by name, size and what the scanner said; each name opens the file or says why it cannot. */
export function FileList<F extends ShownFile>({ files, children }: FileListProps<F>) {
  return (
    <ul className="app-files">
      {files.map((file) => (
        <li key={file.id} className="app-files__file">
          <span className="app-files__what">
            <Link href={paths.document(file.id)}>{file.name}</Link>{' '}
            <span className="app-files__size">{formatFileSize(file.size)}</span>{' '}
            <Tag colour={COLOURS[file.scan]}>{SCAN_STATES[file.scan].label}</Tag>
          </span>
          {children?.(file)}
        </li>
      ))}
    </ul>
  );
}
