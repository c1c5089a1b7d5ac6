'use client';

import { type ReactNode, useState } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { pageTitle } from '@/components/shell/service';
import { buttonClass } from '@/components/ui/button-class';
import { EVIDENCE_ACCEPT, EVIDENCE_LABELS, MOST_BYTES_OF_A_FILE } from '@/lib/domain/evidence';
import { formatFileSize } from '@/lib/format';
import { sendFiles } from './send-files';

type UploadFormProps = {
  /** Where the files go. */
  action: string;
  /** The page itself, for what comes after. */
  page: string;
  title: string;
  /** Why the last upload was refused, where the page was made after it. */
  problem: string | null;
  /** Begins with the page's heading, so that the error summary stands above it. */
  children: ReactNode;
};

/** Takes files: a plain form, and with a script one that says how far the upload is. */
export function UploadForm({ action, page, title, problem, children }: UploadFormProps) {
  const [found, setFound] = useState<string | null>(problem);
  const [failures, setFailures] = useState(0);
  const [percent, setPercent] = useState<number | null>(null);
  const wrong = found !== null;

  async function submit(event: React.SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (percent !== null) return;
    setPercent(0);
    const answer = await sendFiles(action, new FormData(event.currentTarget), setPercent);
    if ('added' in answer) return window.location.assign(`${page}?added=${answer.added}`);
    setPercent(null);
    setFound(answer.message);
    setFailures(failures + 1);
  }

  return (
    <form action={action} method="post" encType="multipart/form-data" onSubmit={submit}>
      <title>{pageTitle(wrong ? `Error: ${title}` : title)}</title>
      {wrong ? (
        <ErrorSummary
          problems={[{ field: 'file', message: found }]}
          idPrefix=""
          focusKey={failures}
        />
      ) : null}
      {children}
      <div className={`nhsuk-form-group${wrong ? ' nhsuk-form-group--error' : ''}`}>
        <label className="nhsuk-label nhsuk-label--s" htmlFor="file">
          Add files
        </label>
        <div className="nhsuk-hint" id="file-hint">
          {EVIDENCE_LABELS}, each smaller than {formatFileSize(MOST_BYTES_OF_A_FILE)}. Do not
          include information about patients.
        </div>
        {wrong ? (
          <span className="nhsuk-error-message" id="file-error">
            <span className="nhsuk-u-visually-hidden">Error:</span> {found}
          </span>
        ) : null}
        <input
          className="app-file-input"
          id="file"
          name="file"
          type="file"
          multiple
          accept={EVIDENCE_ACCEPT}
          aria-describedby={wrong ? 'file-hint file-error' : 'file-hint'}
          aria-invalid={wrong || undefined}
        />
      </div>
      <p role="status" className="app-upload-state">
        {percent === null ? null : <Progress percent={percent} />}
      </p>
      <button className={buttonClass()} type="submit" aria-disabled={percent !== null || undefined}>
        Upload
      </button>
    </form>
  );
}

/** Said in steps of a quarter, so that a screen reader is not kept talking. */
function Progress({ percent }: { percent: number }) {
  const words =
    percent >= 100 ? 'Checking the files' : `Uploading: ${Math.floor(percent / 25) * 25}%`;
  return (
    <>
      {words} <progress max={100} value={percent} aria-hidden="true" />
    </>
  );
}
