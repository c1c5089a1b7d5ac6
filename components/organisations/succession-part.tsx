import { ButtonLink } from '@/components/ui/button-link';
import { InsetText } from '@/components/ui/inset-text';
import { Link } from '@/components/ui/link';
import { formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';
import { type ShownSuccession, SuccessionLines } from './succession-lines';

type Succession = ShownSuccession & {
  reason: string;
  evidence: string | null;
  endReason: string | null;
};
type SuccessionPartProps = {
  of: string;
  successions: readonly Succession[];
  /** Whether ODS says that its code is not active. */
  inactive: boolean;
};

/** On an organisation's page for managers: what it is part of, why, and the way to record or end that. */
export function SuccessionPart({ of, successions, inactive }: SuccessionPartProps) {
  const own = successions.filter(({ predecessor }) => predecessor.id === of);
  const standing = own.find(({ endedAt }) => endedAt === null);
  const ended = own.filter(({ endedAt }) => endedAt !== null);
  return (
    <section aria-labelledby="mergers">
      <h2 className="nhsuk-heading-m" id="mergers">
        Mergers
      </h2>
      {inactive && !standing ? (
        <InsetText>
          <p>
            ODS says that its code is not active. If it became part of another organisation, record
            that here. Nothing changes by itself.
          </p>
        </InsetText>
      ) : null}
      <SuccessionLines {...{ of, successions }} hrefOf={({ id }) => paths.organisation(id)} />
      {standing ? (
        <>
          <p>Reason: {standing.reason}</p>
          {standing.evidence ? <p>When it was recorded: {standing.evidence}</p> : null}
        </>
      ) : null}
      {ended.map(({ id, successor, effectiveOn, endedAt, endReason }) => (
        <p key={id}>
          Recorded as part of {successor.name} since {formatDate(effectiveOn)}; ended on{' '}
          {endedAt ? formatDate(endedAt) : 'a day not known'}: {endReason}
        </p>
      ))}
      <p>
        {standing ? (
          <Link href={paths.organisationSuccessionEnd(of, standing.id)}>End this record</Link>
        ) : (
          <ButtonLink href={paths.organisationSuccession(of)} variant="secondary">
            Record a merger
          </ButtonLink>
        )}
      </p>
    </section>
  );
}
