import { FileList } from '@/components/evidence/file-list';
import { Tag } from '@/components/ui/tag';
import type { CaseFile } from '@/lib/domain/case-files';
import type { PlainDate } from '@/lib/domain/dates';
import { kindOfMediaType } from '@/lib/domain/evidence';
import { FilePreview } from './file-preview';

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
            {isPreviewed(file) ? <FilePreview id={file.id} name={file.name} /> : null}
          </>
        )}
      </FileList>
    </>
  );
}
