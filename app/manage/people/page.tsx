import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { FiltersForm } from '@/components/form/filters-form';
import { SelectField } from '@/components/form/select-field';
import { PeoplePages } from '@/components/people/people-pages';
import { PeopleTable } from '@/components/people/people-table';
import { ButtonLink } from '@/components/ui/button-link';
import { Link } from '@/components/ui/link';
import { requireActor } from '@/lib/auth/session';
import {
  PEOPLE_STATES,
  peopleQuery,
  ROLE_CHOICES,
  readPeopleFilter,
} from '@/lib/domain/people-filter';
import { paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';
import { listStaff } from '@/lib/queries/people/list-people';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default withProblemView(async ({ searchParams }: Props) => {
  const actor = await requireActor('people:manage');
  const query = await searchParams;
  const after = [query.after].flat()[0];
  const { problems, ...filter } = readPeopleFilter(query);
  const people = await listStaff(actor, after, filter);
  if (!people) go(paths.notFound);
  const narrowed = peopleQuery(filter);
  return (
    <SignedInPage actor={actor} title="People at NHS England" width="wide">
      <h1 className="nhsuk-heading-l" id="people">
        People at NHS England
      </h1>
      <ButtonLink href={paths.personNew}>Add a person</ButtonLink>
      <FiltersForm
        label="Filter people"
        action={paths.people}
        clear={paths.people}
        values={{ role: filter.role ?? '', state: filter.state ?? '' }}
        problems={problems}
      >
        <SelectField name="role" label="Role" empty="Any role" options={ROLE_CHOICES} />
        <SelectField
          name="state"
          label="Account"
          empty="Any"
          options={Object.entries(PEOPLE_STATES).map(([value, { label }]) => ({ value, label }))}
        />
      </FiltersForm>
      <PeopleTable
        people={people.rows}
        caption="People at NHS England"
        hrefOf={paths.person}
        empty={
          narrowed === '' ? (
            <p>Nobody is here yet. Add the people who assess and manage.</p>
          ) : (
            <p>
              Nobody matches. <Link href={paths.people}>Clear the filters</Link> to see everybody.
            </p>
          )
        }
        now={now()}
      />
      <PeoplePages
        path={paths.people}
        later={after !== undefined}
        next={people.next}
        query={narrowed}
      />
    </SignedInPage>
  );
});
