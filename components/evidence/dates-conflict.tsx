'use client';

import { useFormContext } from '@/components/form/form-context';
import { InsetText } from '@/components/ui/inset-text';
import { parsePlainDate } from '@/lib/domain/dates';
import { evidenceDatesWords } from '@/lib/domain/evidence-dates';
import { textValue } from '@/lib/domain/form-state';

/** The dates that were saved meanwhile, beside those typed; shown only after a conflict. */
export function DatesConflict() {
  const { conflict } = useFormContext();
  if (!conflict) return null;
  const dateOf = (name: string) => parsePlainDate(textValue(conflict.fields, name));
  const dates = { effectiveFrom: dateOf('effectiveFrom'), expiresOn: dateOf('expiresOn') };
  return (
    <InsetText>
      <h2 className="nhsuk-heading-s">Saved meanwhile</h2>
      <p>{evidenceDatesWords(dates, null) ?? 'No dates'}</p>
      <p>To replace them with the dates that you typed, press Save dates.</p>
    </InsetText>
  );
}
