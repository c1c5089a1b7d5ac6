import type { SplitClock } from '@/lib/domain/clock';

type DaysSoFarProps = {
  days: SplitClock | null;
  /** Told to the supplier, who reads of two sides only: theirs and ours. */
  forSupplier?: boolean;
};

/** The working days that each side had a case so far, in one sentence. */
export function DaysSoFar({ days, forSupplier = false }: DaysSoFarProps) {
  if (days === null) return null;
  const { supplier, assessor, secondPerson } = days;
  return (
    <p>
      {forSupplier
        ? `Working days since you first submitted: ${supplier} with you, ${assessor + secondPerson} with us.`
        : `Working days since it was first submitted: ${supplier} with the supplier, ${assessor} with the assessor, ${secondPerson} with a second person.`}
    </p>
  );
}
