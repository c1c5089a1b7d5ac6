import { ButtonLink } from '@/components/ui/button-link';
import { Link } from '@/components/ui/link';
import { paths } from '@/lib/paths';
import type { DecisionView } from '@/lib/queries/apply/get-decision';

/** What the decision means, and the reader's next step. */
export function WhatNow({ view }: { view: DecisionView }) {
  const { reference, product, outcome, status, mayStart, conditions } = view;
  const left = conditions.filter(({ metAt }) => metAt === null).length;
  return (
    <section aria-labelledby="what-now">
      <h2 className="nhsuk-heading-m" id="what-now">
        What to do now
      </h2>
      {status === 'in_assessment' ? (
        <p>
          A review of this decision was upheld, so the application is being assessed again. You will
          find the new decision here.
        </p>
      ) : outcome === 'rejected' ? (
        <>
          <p>
            {product} is not cleared for live. Put right what the reasons name, then start a new
            application for it.
          </p>
          {mayStart ? <ButtonLink href={paths.applyNew}>Start an application</ButtonLink> : null}
        </>
      ) : (
        <>
          {left > 0 ? (
            <p>
              Meet each condition by its due date and tell your onboarding contact when it is done.
              The assessor records it here.
            </p>
          ) : null}
          <p>
            Tell NHS England of any change to what you declared as soon as you become aware of it.
            Every year, on the anniversary of your connection agreement, confirm that all of it is
            still true, accurate and complete.
          </p>
        </>
      )}
      <p className="print:hidden">
        <Link href={paths.declaration(reference)}>View the declaration that was decided on</Link>
      </p>
    </section>
  );
}
