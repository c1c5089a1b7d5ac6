'use client';

import { type ReactNode, useState } from 'react';
import { pageTitle } from '@/components/shell/service';
import { buttonClass } from '@/components/ui/button-class';
import { emptyFormState, type FormValues } from '@/lib/domain/form-state';
import type { FieldProblem } from '@/lib/domain/result';
import { ErrorSummary } from './error-summary';
import { FormContext } from './form-context';
import { sendFiles } from './send-files';

type UploadFormProps = {
  /** Where the files go. */
  action: string;
  title: string;
  /** Why the last upload was refused, and what was typed in it, where the page was made after it. */
  problems: FieldProblem[];
  values?: FormValues;
  /** Begins with the page's heading, so that the error summary stands above it; ends with a FileField. */
  children: ReactNode;
};

/** Takes files: a plain form, and with a script one that says how far the upload is. */
export function UploadForm(props: UploadFormProps) {
  const { action, title, values = {}, children } = props;
  const [problems, setProblems] = useState(props.problems);
  // Not 0 where the page came with problems: React moves the focus to no summary that it makes itself.
  const [failures, setFailures] = useState(props.problems.length);
  const [percent, setPercent] = useState<number | null>(null);
  const wrong = problems.length > 0;

  async function submit(event: React.SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (percent !== null) return;
    setPercent(0);
    const answer = await sendFiles(action, new FormData(event.currentTarget), setPercent);
    if ('next' in answer) return window.location.assign(answer.next);
    setPercent(null);
    setProblems(answer.problems);
    setFailures(failures + 1);
  }

  const state = { ...emptyFormState, problems, values, idPrefix: '', pending: percent !== null };
  return (
    <form action={action} method="post" encType="multipart/form-data" onSubmit={submit}>
      <title>{pageTitle(wrong ? `Error: ${title}` : title)}</title>
      <FormContext value={state}>
        {wrong ? <ErrorSummary problems={problems} idPrefix="" focusKey={failures} /> : null}
        {children}
        <p role="status" className="app-upload-state">
          {percent === null ? null : <Progress percent={percent} />}
        </p>
        <button
          className={buttonClass()}
          type="submit"
          aria-disabled={percent !== null || undefined}
        >
          Upload
        </button>
      </FormContext>
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
