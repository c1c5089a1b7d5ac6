'use client';

import { type ReactNode, useRef, useState } from 'react';
import { pageTitle } from '@/components/shell/service';
import type { FormValues } from '@/lib/domain/form-state';
import type { FieldProblem } from '@/lib/domain/result';
import { ErrorSummary } from './error-summary';
import { FormContext } from './form-context';
import { useTitleProblems } from './forms-title';
import { HiddenField } from './hidden-field';
import type { FormAction } from './send-form';
import { useFormPost } from './use-form-post';
import { type SchemaLoader, useInstantChecks } from './use-instant-checks';
import { usePressEnd } from './use-press-end';

type FormProps = {
  action: FormAction;
  /** The page's title, 'Error:' before it when there are problems; the Page then gives none. Several: FormsTitle. */
  title?: string;
  initial?: FormValues;
  hidden?: Record<string, string>;
  /** The server's schema for instant checks, loaded on first use. */
  loadSchema?: SchemaLoader;
  /** Begins every id, where one page holds several forms with the same fields. */
  idPrefix?: string;
  id?: string;
  className?: string;
  /** Begins with the page's heading, so that the error summary stands above it. */
  children: ReactNode;
};

/** A form around one state, which feeds its error summary, its fields and the page's title. */
export function Form(props: FormProps) {
  const { title, initial = {}, hidden = {}, loadSchema, idPrefix = '', children } = props;
  const { state, action, post, pending } = useFormPost(props.action, initial);
  const [found, setFound] = useState<{ problems: FieldProblem[]; attempt: number } | null>(null);
  const [failures, setFailures] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const busy = useRef(false);
  const checks = useInstantChecks(form, loadSchema);
  const pressEnd = usePressEnd();

  // Problems found here stand until the server has answered the next post.
  const here = found?.attempt === state.attempt ? found.problems : null;
  const problems = here ?? state.problems;
  useTitleProblems(problems.length > 0);

  async function submit(event: React.SubmitEvent<HTMLFormElement>) {
    const submitter = event.nativeEvent.submitter;
    if (submitter?.hasAttribute('formaction')) return;
    // Not left to React: it would empty the fields after the action.
    event.preventDefault();
    if (pending || busy.current) return;
    const element = event.currentTarget;
    const unchecked = submitter?.hasAttribute('formnovalidate') ?? false;
    busy.current = true;
    const wrong = unchecked ? [] : ((await (await checks())?.submit()) ?? []);
    busy.current = false;
    if (wrong.length > 0) {
      setFound({ problems: wrong, attempt: state.attempt });
      setFailures(failures + 1);
      return;
    }
    post(new FormData(element, submitter));
  }

  async function recheck() {
    if (here === null) return;
    await pressEnd();
    const wrong = await (await checks())?.recheck();
    if (wrong) setFound({ problems: wrong, attempt: state.attempt });
  }

  return (
    <form
      ref={form}
      id={props.id}
      className={props.className}
      action={action}
      noValidate
      onSubmit={submit}
      onFocus={() => void checks()}
      onBlur={recheck}
    >
      {title === undefined ? null : (
        <title>{pageTitle(problems.length > 0 ? `Error: ${title}` : title)}</title>
      )}
      <FormContext value={{ ...state, problems, idPrefix, pending }}>
        {problems.length > 0 ? (
          <ErrorSummary
            problems={problems}
            idPrefix={idPrefix}
            focusKey={state.attempt + failures}
          />
        ) : null}
        {Object.entries(hidden).map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        {children}
      </FormContext>
    </form>
  );
}
