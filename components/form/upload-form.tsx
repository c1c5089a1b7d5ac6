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
  /** The longest file, and what is said of a longer one before it is sent. */
  limit?: { bytes: number; message: string };
  /** Begins with the page's heading, so that the error summary stands above it; ends with a FileField. */
  children: ReactNode;
};

const tooLong = (message: string): FieldProblem => ({ field: 'file', message });
const isTooLong = (form: FormData, bytes: number): boolean =>
  form.getAll('file').some((file) => file instanceof File && file.size > bytes);

/** Takes files: a plain form, and with a script one that says how far the upload is. */
export function UploadForm(props: UploadFormProps) {
  const { action, title, values = {}, limit, children } = props;
  const [problems, setProblems] = useState(props.problems);
  // Not 0 where the page came with problems: React moves the focus to no summary that it makes itself.
  const [failures, setFailures] = useState(props.problems.length);
  const [percent, setPercent] = useState<number | null>(null);
  const wrong = problems.length > 0;

  function fail(found: FieldProblem[]) {
    setProblems(found);
    setFailures(failures + 1);
  }

  async function submit(event: React.SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (percent !== null) return;
    const form = new FormData(event.currentTarget);
    if (limit && isTooLong(form, limit.bytes)) return fail([tooLong(limit.message)]);
    setPercent(0);
    const answer = await sendFiles(action, form, setPercent);
    if ('next' in answer) return window.location.assign(answer.next);
    setPercent(null);
    fail(answer.problems);
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
