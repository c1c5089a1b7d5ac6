'use client';

import type { ReactNode } from 'react';
import { useFormContext } from '@/components/form/form-context';
import { buttonClass } from '@/components/ui/button-class';
import type { FormValues } from '@/lib/domain/form-state';
import { textValue } from '@/lib/domain/form-state';
import type { Href } from '@/lib/paths';

export type ConflictLabels = readonly {
  name: string;
  label: string;
  /** Words for stored values, such as those of radios. */
  words?: Record<string, string>;
}[];
type ConflictViewProps = {
  labels: ConflictLabels;
  href: Href;
  /** What there are two versions of, and the button that saves. */
  what?: string;
  button?: string;
  /** Where the version that is replaced can still be read; null where it goes. */
  record?: string | null;
};

/** Two versions of one answer side by side, and the three ways on; shown only after a conflict. */
export function ConflictView(props: ConflictViewProps) {
  const { labels, href, what = 'this answer', button = 'Save and continue' } = props;
  const { record = 'timeline' } = props;
  const { conflict, values } = useFormContext();
  if (!conflict) return null;
  const who = conflict.changedBy ?? 'Somebody else';
  return (
    <section aria-labelledby="conflict">
      <h2 className="nhsuk-heading-m" id="conflict">
        Two versions of {what}
      </h2>
      <div className="app-diff">
        <Version heading={`Saved by ${who}`} labels={labels} values={conflict.fields} />
        <Version heading="Yours, not saved yet" labels={labels} values={values} />
      </div>
      <p>
        To keep yours, or to bring both together, change what is below as you like and press{' '}
        {button}. It then replaces the saved version
        {record === null ? '' : `, which stays in the ${record}`}.
      </p>
      <a className={buttonClass('secondary')} href={href}>
        Keep the saved version
      </a>
    </section>
  );
}

type VersionProps = { heading: string; labels: ConflictLabels; values: FormValues };

function Version({ heading, labels, values }: VersionProps) {
  const lines = labels.flatMap(({ name, label, words }): [string, ReactNode][] => {
    const value = values[name];
    const texts = Array.isArray(value) ? value : [textValue(values, name)];
    const shown = texts.filter(Boolean).map((text) => words?.[text] ?? text);
    return shown.length === 0 ? [] : [[label, shown.join('\n')]];
  });
  return (
    <section className="app-diff__side" aria-label={heading}>
      <p className="app-diff__label">{heading}</p>
      {lines.length === 0 ? <em>Nothing</em> : null}
      <dl className="app-version">
        {lines.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="app-typed">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
