import { FileList } from '@/components/evidence/file-list';
import { Tag } from '@/components/ui/tag';
import type { CaseFile } from '@/lib/domain/case-files';
import type { PlainDate } from '@/lib/domain/dates';
import { kindOfMediaType } from '@/lib/domain/evidence';
import { paths } from '@/lib/paths';

const isPreviewed = ({ mediaType, scan }: CaseFile) =>
  scan === 'clean' && kindOfMediaType(mediaType)?.isImage;

type AnswerFilesProps = { files: readonly CaseFile[]; label: string; today: PlainDate };

/** The files that an answer came with; images can be looked at in the page. */
export function AnswerFiles({ files, label, today }: AnswerFilesProps) {
  if (files.length === 0) return null;
  return (
    <>
      <h4 className="nhsuk-heading-xs app-files__title">Files with the answer to {label}</h4>
      <FileList files={files} today={today}>
        {(file) => (
          <>
            {file.replaces ? (
              <span className="app-files__note">Replaces {file.replaces}</span>
            ) : null}
            {file.isNew ? <Tag colour="purple">New</Tag> : null}
            {isPreviewed(file) ? <Preview file={file} /> : null}
          </>
        )}
      </FileList>
    </>
  );
}

/** Loaded only when it is opened: looking at evidence is written into the history. */
function Preview({ file }: { file: CaseFile }) {
  return (
    <details className="nhsuk-details app-case-details app-files__preview">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Look at {file.name}</span>
      </summary>
      {/** biome-ignore lint/performance/noImgElement: no image optimizer, and never a public file. */}
      <img src={`${paths.document(file.id)}?preview=1`} alt={file.name} loading="lazy" />
    </details>
  );
}
