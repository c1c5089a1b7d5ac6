import type { ReactNode } from 'react';
import { timelineItem } from '@/components/application/timeline-item';
import { FileList } from '@/components/evidence/file-list';
import { ButtonLink } from '@/components/ui/button-link';
import { Details } from '@/components/ui/details';
import { Link } from '@/components/ui/link';
import { Timeline } from '@/components/ui/timeline';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { type AvailableMove, isClosed } from '@/lib/domain/onboarding';
import type { OnboardingView } from '@/lib/domain/onboarding-view';
import { paths } from '@/lib/paths';
import { DsptChecks } from './dspt-checks';
import { OnboardingFacts } from './onboarding-facts';
import { VerdictSummary } from './verdict-summary';
import './euo.css';

type OnboardingSectionProps = {
  view: OnboardingView;
  reader: 'supplier' | 'staff';
  /** What else stands below it, as for the staff. */
  children?: ReactNode;
};

/** One end user organisation for one product: where it stands and why, its facts, checks, files and history. */
export function OnboardingSection({ view, reader, children }: OnboardingSectionProps) {
  const { id, product, mayEdit, files, history } = view;
  const open = reader === 'supplier' && mayEdit && !isClosed(view.state);
  return (
    <section className="app-euo" aria-labelledby={`product-${id}`}>
      <h2 className="nhsuk-heading-m" id={`product-${id}`}>
        {product}
      </h2>
      <VerdictSummary view={view} reader={reader} linked={open} />
      {reader === 'supplier' ? <Moves view={view} open={open} /> : null}
      <OnboardingFacts view={view} linked={open} />
      <DsptChecks view={view} reader={reader} />
      <div className="app-euo__section">
        <h3 className="nhsuk-heading-s">Evidence</h3>
        {files.length > 0 ? (
          <FileList files={files} today={view.today} />
        ) : (
          <p>{reader === 'supplier' ? 'No files yet.' : 'No files.'}</p>
        )}
        {reader === 'supplier' && mayEdit ? (
          <Link href={paths.euoPart(view.odsCode, id, 'files')}>
            {files.length > 0 ? 'Add or remove files' : 'Add files'}
            <VisuallyHidden> for {product}</VisuallyHidden>
          </Link>
        ) : null}
      </div>
      <Details summary={`History for ${product}`}>
        {history.length > 0 ? (
          <Timeline items={history.map(timelineItem)} />
        ) : (
          <p>Nothing has happened here yet.</p>
        )}
        {view.more && reader === 'supplier' ? (
          <Link href={paths.euoPart(view.odsCode, id, 'history')}>
            The whole history<VisuallyHidden> for {product}</VisuallyHidden>
          </Link>
        ) : null}
      </Details>
      {children}
    </section>
  );
}

const isGoLive = ({ id }: AvailableMove) => id === 'go-live';

function Moves({ view, open }: { view: OnboardingView; open: boolean }) {
  const { odsCode, id, product, moves, mayOverride, state } = view;
  const canOverride = mayOverride && state === 'planned' && !moves.some(isGoLive);
  if (!open && !canOverride) return null;
  const toLink = (move: AvailableMove) => (
    <ButtonLink
      key={move.id}
      href={paths.euoPart(odsCode, id, move.id)}
      variant={isGoLive(move) ? 'primary' : 'secondary'}
    >
      {move.label}
      <VisuallyHidden>: {product}</VisuallyHidden>
    </ButtonLink>
  );
  return (
    <div className="app-buttons">
      {moves.filter(isGoLive).map(toLink)}
      {canOverride ? (
        <ButtonLink href={paths.euoPart(odsCode, id, 'go-live')}>
          Make live by an override<VisuallyHidden>: {product}</VisuallyHidden>
        </ButtonLink>
      ) : null}
      {open ? (
        <>
          <ButtonLink href={paths.euoPart(odsCode, id, 'check')} variant="secondary">
            Record a DSPT check<VisuallyHidden>: {product}</VisuallyHidden>
          </ButtonLink>
          <ButtonLink href={paths.euoPart(odsCode, id, 'aup')} variant="secondary">
            Record the AUP alert<VisuallyHidden>: {product}</VisuallyHidden>
          </ButtonLink>
        </>
      ) : null}
      {moves.filter((move) => !isGoLive(move)).map(toLink)}
    </div>
  );
}
