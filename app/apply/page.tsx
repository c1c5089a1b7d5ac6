import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { ApplicationCard, EndedApplication } from '@/components/application/application-card';
import { HowToStart } from '@/components/application/how-to-start';
import { OpenSpotChecks } from '@/components/spot-checks/open-spot-checks';
import { ButtonLink } from '@/components/ui/button-link';
import { Pagination } from '@/components/ui/pagination';
import { ProblemView } from '@/components/ui/problem-view';
import { requireActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import { listApplications } from '@/lib/queries/apply/list-applications';

type Search = { open?: string | string[]; decided?: string | string[] };
const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '');

export default async function ApplyPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireActor('application:view');
  const search = await searchParams;
  const after = { open: text(search.open), decided: text(search.decided) };
  const list = await readPage(() => listApplications(actor, after));
  const page = { actor, title: 'Your applications' } as const;
  if (!list)
    return (
      <SignedInPage {...page}>
        <ProblemView />
      </SignedInPage>
    );
  const { open, decided, mayStart, spotChecks } = list;
  const nothingOpen = open.cards.length === 0 && after.open === '';
  return (
    <SignedInPage {...page}>
      <div className="app-head">
        <h1 className="nhsuk-heading-l">Your applications</h1>
        {mayStart && !nothingOpen ? (
          <ButtonLink href={paths.applyNew} variant="secondary">
            Start an application
          </ButtonLink>
        ) : null}
      </div>
      <OpenSpotChecks spotChecks={spotChecks} />
      {nothingOpen ? (
        <HowToStart mayStart={mayStart} />
      ) : (
        <section aria-labelledby="open">
          <h2 className="nhsuk-heading-m" id="open">
            Open
          </h2>
          <ul className="app-cards">
            {open.cards.map((card) => (
              <ApplicationCard key={card.reference} card={card} />
            ))}
          </ul>
          <Pagination
            previous={after.open === '' ? undefined : { href: paths.apply, label: 'First' }}
            next={open.next === null ? undefined : { href: `?open=${open.next}` }}
          />
        </section>
      )}
      {decided.cards.length === 0 && after.decided === '' ? null : (
        <section aria-labelledby="ended">
          <h2 className="nhsuk-heading-s" id="ended">
            Decided and withdrawn
          </h2>
          <ul className="app-ended-list">
            {decided.cards.map((card) => (
              <EndedApplication key={card.reference} card={card} />
            ))}
          </ul>
          <Pagination
            previous={after.decided === '' ? undefined : { href: paths.apply, label: 'First' }}
            next={decided.next === null ? undefined : { href: `?decided=${decided.next}` }}
          />
        </section>
      )}
    </SignedInPage>
  );
}
