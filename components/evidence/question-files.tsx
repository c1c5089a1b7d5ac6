import type { ComponentProps } from 'react';
import type { PlainDate } from '@/lib/domain/dates';
import { FileList, type ShownFile } from './file-list';
import { ReplacedFiles } from './replaced-files';

type QuestionFilesProps = ComponentProps<typeof ReplacedFiles> & {
  files: readonly ShownFile[];
  today: PlainDate;
};

/** The files of an answer in its form; a button of the form leads to where they are changed. */
export function QuestionFiles({ files, replaced, today }: QuestionFilesProps) {
  return (
    <section aria-labelledby="files-title">
      <h2 className="nhsuk-heading-s" id="files-title">
        Files
      </h2>
      {files.length > 0 ? (
        <FileList files={files} today={today} />
      ) : (
        <p>
          None yet. You can add files that your answer refers to, such as a certificate or a policy:
          select ‘Save and add files’ below.
        </p>
      )}
      <ReplacedFiles replaced={replaced} />
    </section>
  );
}
