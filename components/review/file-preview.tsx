'use client';

import { useScripted } from '@/components/ui/use-scripted';
import { paths } from '@/lib/paths';

/**
 * An image to look at in the page, loaded only when it is opened: looking at evidence is written into
 * the history. Without a script a browser loads it at once, so there it is a link.
 */
export function FilePreview({ id, name }: { id: string; name: string }) {
  const scripted = useScripted();
  const source = `${paths.document(id)}?preview=1`;
  if (!scripted) return <a href={source}>Look at {name}</a>;
  return (
    <details className="nhsuk-details app-case-details app-files__preview">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Look at {name}</span>
      </summary>
      {/** biome-ignore lint/performance/noImgElement: no image optimizer, and never a public file. */}
      <img src={source} alt={name} loading="lazy" />
    </details>
  );
}
