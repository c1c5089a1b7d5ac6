'use client';

import { createContext, type ReactNode, useContext, useEffect, useId, useState } from 'react';
import { pageTitle } from '@/components/shell/service';

type Failures = { ids: Set<string>; changed: () => void };

const FailuresContext = createContext<Failures | null>(null);

/** Tells the title around it, if there is one, whether this form has problems. */
export function useTitleProblems(wrong: boolean): void {
  const id = useId();
  const failures = useContext(FailuresContext);
  // While rendering, too: without JavaScript the server's one rendering is all there is.
  if (failures && wrong) failures.ids.add(id);
  useEffect(() => {
    if (!failures) return;
    if (wrong) failures.ids.add(id);
    else failures.ids.delete(id);
    failures.changed();
  }, [failures, id, wrong]);
}

type FormsTitleProps = { title: string; children?: ReactNode };

/** The title of a page of several forms, 'Error:' before it while one has problems. */
export function FormsTitle({ title, children }: FormsTitleProps) {
  const [, setCount] = useState(0);
  const [failures] = useState<Failures>(() => {
    const ids = new Set<string>();
    return { ids, changed: () => setCount(ids.size) };
  });
  return (
    <FailuresContext value={failures}>
      {children}
      <Title title={title} failures={failures} />
    </FailuresContext>
  );
}

/** After the forms, so that it is rendered when they have told what they hold. */
function Title({ title, failures }: { title: string; failures: Failures }) {
  return <title>{pageTitle(failures.ids.size > 0 ? `Error: ${title}` : title)}</title>;
}
