import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { PeoplePages } from '@/components/people/people-pages';
import { PeopleTable } from '@/components/people/people-table';
import { ButtonLink } from '@/components/ui/button-link';
import { requireActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';
import { listColleagues } from '@/lib/queries/people/list-people';

type Props = { searchParams: Promise<{ after?: string | string[] }> };

export default withProblemView(async ({ searchParams }: Props) => {
  const actor = await requireActor('colleague:manage');
  const after = [(await searchParams).after].flat()[0];
  const people = await listColleagues(actor, after);
  if (!people) go(paths.notFound);
  return (
    <SignedInPage actor={actor} title="Colleagues">
      <h1 className="nhsuk-heading-l" id="people">
        Colleagues
      </h1>
      <ButtonLink href={paths.colleagueNew}>Add a colleague</ButtonLink>
      <PeopleTable
        people={people.rows}
        caption="Colleagues"
        hrefOf={paths.colleague}
        empty={<p>Nobody is here yet. Add the colleagues who will work on your applications.</p>}
        now={now()}
      />
      <PeoplePages path={paths.colleagues} later={after !== undefined} next={people.next} />
    </SignedInPage>
  );
});
