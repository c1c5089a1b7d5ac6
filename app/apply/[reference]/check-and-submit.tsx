import { ButtonLink } from '@/components/ui/button-link';
import { Link } from '@/components/ui/link';
import { paths } from '@/lib/paths';
import type { ApplicationView } from '@/lib/queries/apply/get-application';

/** The last group: what keeps the declaration from being submitted, or the way on to submit it. */
export function CheckAndSubmit({ view }: { view: ApplicationView }) {
  const { reference, blockers } = view;
  return (
    <section aria-labelledby="check">
      <h2 className="nhsuk-heading-s" id="check">
        Check and submit
      </h2>
      {blockers.length === 0 ? (
        <ButtonLink href={paths.check(reference)}>Check and submit</ButtonLink>
      ) : (
        <>
          <p>Before the declaration can be submitted:</p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {blockers.map(({ questionId, message }) => (
              <li key={questionId}>
                <Link href={paths.question(reference, questionId)}>{message}</Link>
              </li>
            ))}
          </ul>
          <p>
            <Link href={paths.check(reference)}>Check the answers so far</Link>
          </p>
        </>
      )}
    </section>
  );
}
