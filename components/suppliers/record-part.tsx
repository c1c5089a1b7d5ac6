import type { ReactNode } from 'react';
import './suppliers.css';

/** One part of a supplier's record under its own heading. */
export function RecordPart({ title, children }: { title: string; children: ReactNode }) {
  const id = title.toLowerCase().replace(/\W+/g, '-');
  return (
    <section className="app-record" aria-labelledby={id}>
      <h2 className="nhsuk-heading-m" id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}
