import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { PeopleTable } from '@/components/people/people-table';
import { ButtonLink } from '@/components/ui/button-link';
import { requireActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';
import { listColleagues } from '@/lib/queries/people/list-people';

export default withProblemView(async () => {
  const actor = await requireActor('colleague:manage');
  const people = await listColleagues(actor);
  if (!people) go(paths.notFound);
  return (
    <SignedInPage actor={actor} title="Colleagues">
      <h1 className="nhsuk-heading-l">Colleagues</h1>
      <ButtonLink href={paths.colleagueNew}>Add a colleague</ButtonLink>
      <PeopleTable
        people={people}
        caption="Colleagues"
        hrefOf={paths.colleague}
        empty={<p>Nobody is here yet. Add the colleagues who will work on your applications.</p>}
        now={now()}
      />
    </SignedInPage>
  );
});
