import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { PeoplePages } from '@/components/people/people-pages';
import { PeopleTable } from '@/components/people/people-table';
import { ButtonLink } from '@/components/ui/button-link';
import { requireActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';
import { listStaff } from '@/lib/queries/people/list-people';

type Props = { searchParams: Promise<{ after?: string | string[] }> };

export default withProblemView(async ({ searchParams }: Props) => {
  const actor = await requireActor('people:manage');
  const after = [(await searchParams).after].flat()[0];
  const people = await listStaff(actor, after);
  if (!people) go(paths.notFound);
  return (
    <SignedInPage actor={actor} title="People at NHS England">
      <h1 className="nhsuk-heading-l" id="people">
        People at NHS England
      </h1>
      <ButtonLink href={paths.personNew}>Add a person</ButtonLink>
      <PeopleTable
        people={people.rows}
        caption="People at NHS England"
        hrefOf={paths.person}
        empty={<p>Nobody is here yet. Add the people who assess and manage.</p>}
        now={now()}
      />
      <PeoplePages path={paths.people} later={after !== undefined} next={people.next} />
    </SignedInPage>
  );
});
