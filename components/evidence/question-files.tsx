import { SubmitButton } from '@/components/form/submit-button';
import { FileList, type ShownFile } from './file-list';

/** The files of an answer in its form; the button keeps what was typed and leads to where they are changed. */
export function QuestionFiles({ files }: { files: readonly ShownFile[] }) {
  return (
    <section aria-labelledby="files-title" className="app-question-files">
      <h2 className="nhsuk-heading-s" id="files-title">
        Files
      </h2>
      {files.length > 0 ? (
        <FileList files={files} />
      ) : (
        <p>You can add files that your answer refers to, such as a certificate or a policy.</p>
      )}
      <SubmitButton name="mode" value="files" variant="secondary" small unchecked>
        {files.length > 0 ? 'Save and change files' : 'Save and add files'}
      </SubmitButton>
    </section>
  );
}
