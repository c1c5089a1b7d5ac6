'use client';

import { useEffect, useRef } from 'react';
import type { FieldProblem } from '@/lib/domain/result';
import { summaryTarget } from './summary-target';

type ErrorSummaryProps = {
  problems: FieldProblem[];
  idPrefix: string;
  /** Changes with each failed post; the focus moves to the summary then. */
  focusKey: number;
};

export function ErrorSummary({ problems, idPrefix, focusKey }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focusKey > 0) summary.current?.focus();
  }, [focusKey]);

  return (
    // biome-ignore lint/a11y/noAutofocus: without JavaScript this is what moves the focus here.
    <div className="nhsuk-error-summary" ref={summary} tabIndex={-1} autoFocus>
      <div role="alert">
        <h2 className="nhsuk-error-summary__heading">There is a problem</h2>
        <div className="nhsuk-error-summary__body">
          <ul className="nhsuk-list nhsuk-error-summary__list">
            {problems.map((problem) => (
              <li key={`${problem.field} ${problem.message}`}>
                {problem.field !== '' ? (
                  <a href={`#${summaryTarget(problem.field, idPrefix)}`} onClick={focusTarget}>
                    {problem.message}
                  </a>
                ) : problem.href ? (
                  // A load of the page, which shows how things stand now.
                  <a href={problem.href}>{problem.message}</a>
                ) : (
                  problem.message
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

/** Shows the field with its question above it, where the browser's own jump hides the label. */
function focusTarget(event: React.MouseEvent<HTMLAnchorElement>) {
  const field = document.getElementById(event.currentTarget.hash.slice(1));
  if (field === null) return;
  event.preventDefault();
  const group = field.closest('fieldset, .nhsuk-form-group');
  (group?.querySelector('legend, label') ?? field).scrollIntoView();
  field.focus({ preventScroll: true });
}
