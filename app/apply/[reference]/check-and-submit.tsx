import { BlockerItems } from '@/components/application/blocker-list';
import { ButtonLink } from '@/components/ui/button-link';
import { Link } from '@/components/ui/link';
import type { Blocker } from '@/lib/domain/completeness';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { ApplicationView } from '@/lib/queries/apply/get-application';

/** What was begun is named with what it lacks, also files; what was not stands in the list above. */
function whatIsLeft({ blockers, tasks }: ApplicationView): {
  begun: Blocker[];
  untouched: number;
} {
  const notBegun = tasks.filter(({ state }) => state === 'not_started').map(({ id }) => id);
  const begun = blockers.filter(
    ({ questionId, at }) => at === 'files' || !notBegun.includes(questionId),
  );
  return { begun, untouched: blockers.length - begun.length };
}

/** The last group: what keeps the declaration from being submitted, or the way on to submit it. */
export function CheckAndSubmit({ view }: { view: ApplicationView }) {
  const { reference, blockers } = view;
  const { begun, untouched } = whatIsLeft(view);
  const unanswered = view.tasks.filter((task) => task.flagged && task.changed === false).length;
  return (
    <section aria-labelledby="check">
      <h2 className="nhsuk-heading-s" id="check">
        Check and submit
      </h2>
      {blockers.length === 0 ? (
        <>
          {unanswered > 0 ? (
            <p>
              {formatCount(unanswered, 'question')} that the assessor asked about{' '}
              {unanswered === 1 ? 'is' : 'are'} unchanged.
            </p>
          ) : null}
          <ButtonLink
            href={paths.check(reference)}
            {...(unanswered > 0 ? { variant: 'secondary' as const } : {})}
          >
            Check and submit
          </ButtonLink>
        </>
      ) : (
        <>
          <p>Before the declaration can be submitted:</p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            <BlockerItems reference={reference} blockers={begun} />
            {untouched > 0 ? (
              <li>Answer the {formatCount(untouched, 'question')} not started yet</li>
            ) : null}
          </ul>
          <p>
            <Link href={paths.check(reference)}>Check the answers so far</Link>
          </p>
        </>
      )}
    </section>
  );
}
