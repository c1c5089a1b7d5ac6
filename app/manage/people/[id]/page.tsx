import { go } from '@/app/go';
import { PersonNotice } from '@/app/person-notice';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { FormsTitle } from '@/components/form/forms-title';
import { PersonView } from '@/components/people/person-view';
import { requireActor } from '@/lib/auth/session';
import { STAFF_ROLES, SUPPLIER_ROLES } from '@/lib/domain/permissions';
import { paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';
import { mailGoesOut } from '@/lib/ports/mail';
import { getPerson } from '@/lib/queries/people/get-person';
import {
  changeRolesAction,
  deactivateAction,
  endAbsenceAction,
  endSessionsAction,
  makeLinkAction,
  reactivateAction,
  setAbsenceAction,
} from './actions';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string; cases?: string }>;
};

export default withProblemView(async ({ params, searchParams }: Props) => {
  const actor = await requireActor('people:manage');
  const { id } = await params;
  const person = await getPerson(actor, id);
  if (!person) go(paths.notFound);
  return (
    <SignedInPage actor={actor} width="narrow" back={backOf(person.organisation)}>
      <PersonNotice person={person} search={await searchParams} />
      <h1 className="nhsuk-heading-l">{person.name}</h1>
      <FormsTitle title={person.name}>
        <PersonView
          person={person}
          roles={person.organisation ? SUPPLIER_ROLES : STAFF_ROLES}
          actions={{
            changeRoles: changeRolesAction.bind(null, person.id),
            makeLink: makeLinkAction.bind(null, person.id),
            deactivate: deactivateAction.bind(null, person.id),
            reactivate: reactivateAction.bind(null, person.id),
            endSessions: endSessionsAction.bind(null, person.id),
            ...(person.organisation
              ? {}
              : {
                  setAbsence: setAbsenceAction.bind(null, person.id),
                  endAbsence: endAbsenceAction.bind(null, person.id),
                }),
          }}
          resetFactor={paths.personFactor(person.id)}
          removeLink={paths.personSingleSignOn(person.id)}
          own={person.id === actor.personId}
          byEmail={mailGoesOut()}
          now={now()}
        />
      </FormsTitle>
    </SignedInPage>
  );
});

const backOf = (organisation: { id: string; name: string } | null) =>
  organisation
    ? { href: paths.organisation(organisation.id), label: organisation.name }
    : { href: paths.people, label: 'People' };
