'use client';

import { useEffect, useRef } from 'react';
import { useFormContext } from '@/components/form/form-context';
import { SubmitButton } from '@/components/form/submit-button';

type OdsLookUpProps = {
  /** Whether ODS can be asked about the code. */
  canAsk: boolean;
  /** Whether it knows it, so that its name and address stand in the form. */
  known: boolean;
};

/** Asks ODS with the form around it, so that nothing typed is lost, and says what came of it. */
export function OdsLookUp({ canAsk, known }: OdsLookUpProps) {
  const { attempt, problems } = useFormContext();
  const told = useRef<HTMLParagraphElement>(null);
  const answered = attempt > 0 && problems.length === 0 && !canAsk;
  useEffect(() => {
    if (answered) told.current?.focus();
  }, [answered]);
  if (answered)
    return (
      <p ref={told} tabIndex={-1}>
        {known
          ? 'Its name and address stand below where you had typed none. The rest is as you typed it.'
          : 'What you typed below is as it was.'}
      </p>
    );
  if (!canAsk) return null;
  return (
    <>
      {/* The first button of a form is the one that Enter presses. */}
      <button type="submit" className="nhsuk-u-visually-hidden" tabIndex={-1} aria-hidden="true" />
      <SubmitButton variant="secondary" small name="intent" value="look-up" unchecked>
        Look up name and address
      </SubmitButton>
    </>
  );
}
