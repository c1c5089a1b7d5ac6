'use client';

import { useFormContext } from '@/components/form/form-context';
import { textValue } from '@/lib/domain/form-state';
import { formatDateTime } from '@/lib/format';

/** What somebody else wrote while this was typed; shown only after a conflict. */
export function WrittenMeanwhile() {
  const { conflict } = useFormContext();
  if (!conflict) return null;
  const { changedBy, changedAt, fields } = conflict;
  const [deed, text] = [textValue(fields, 'deed'), textValue(fields, 'text')];
  return (
    <section className="app-thread__entry" aria-label="Written meanwhile">
      <p>
        <strong>{changedBy}</strong>{' '}
        {changedAt ? <span className="app-thread__when">{formatDateTime(changedAt)}</span> : null}
      </p>
      {deed === '' ? null : <p>{deed}</p>}
      {text === '' ? null : (
        <p className="app-typed" dir="auto">
          {text}
        </p>
      )}
    </section>
  );
}
