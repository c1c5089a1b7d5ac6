import { DateField } from '@/components/form/date-field';

/** From when a piece of evidence counts, and its last day; both may stay empty. */
export function EvidenceDateFields() {
  return (
    <>
      <DateField
        name="effectiveFrom"
        legend="Effective date (optional)"
        legendSize="s"
        hint="The first day it applies, for example 24 4 2026"
      />
      <DateField
        name="expiresOn"
        legend="Expiry date (optional)"
        legendSize="s"
        hint="The last day it applies, for example 23 4 2027"
      />
    </>
  );
}
