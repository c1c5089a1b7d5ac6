import './dashboards.css';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { EXPORT_FORMATS, type ExportFormat } from '@/lib/domain/euo-export';
import type { Path } from '@/lib/paths';

const NAMES: Record<ExportFormat, string> = { csv: 'CSV', xlsx: 'Excel (XLSX)' };

type DownloadLinksProps = {
  /** What is said before the formats, where a page has more than one table. */
  label?: string;
  /** The table's name, as it is heard beside the format. */
  what: string;
  /** The download's own address. */
  path: Path;
  /** The filters in force, as the page's address says them: '?time=6-months'. */
  query?: '' | `?${string}`;
};

/** A table to take away, as it is filtered. */
export function DownloadLinks({ label = 'Download', what, path, query = '' }: DownloadLinksProps) {
  const at = (format: ExportFormat): Path => {
    const said = new URLSearchParams(query);
    said.set('format', format);
    return `${path}?${said}`;
  };
  return (
    <p className="app-downloads">
      {label}
      {EXPORT_FORMATS.map((format) => (
        // A file is no page: the browser asks for it itself.
        <a key={format} href={at(format)} download>
          {NAMES[format]}
          <VisuallyHidden> of {what}</VisuallyHidden>
        </a>
      ))}
    </p>
  );
}
