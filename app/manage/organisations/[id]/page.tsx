import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { DetailHistory } from '@/components/organisations/detail-history';
import { OdsCheck } from '@/components/organisations/ods-check';
import { SuccessionPart } from '@/components/organisations/succession-part';
import { PeoplePages } from '@/components/people/people-pages';
import { PeopleTable } from '@/components/people/people-table';
import { ButtonLink } from '@/components/ui/button-link';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { SummaryList } from '@/components/ui/summary-list';
import { requireActor } from '@/lib/auth/session';
import { londonDate } from '@/lib/domain/clock';
import { odsStateOn } from '@/lib/domain/ods-fact';
import { isOdsTrouble } from '@/lib/domain/ods-lookup';
import { PROFILES } from '@/lib/domain/questions/types';
import { paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';
import { odsApi } from '@/lib/ports/ods-api';
import { getOrganisation } from '@/lib/queries/organisations/get-organisation';
import { checkCodeAction } from './actions';
import { ProductsTable } from './products-table';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string; ods?: string | string[]; after?: string | string[] }>;
};

const DONE: Record<string, string> = {
  added: 'The organisation is added. Next, add its first product and its first administrator.',
  changed: 'The details are saved',
  product: 'The product is added',
  dates: 'The dates are saved',
  checked: 'The ODS code is checked',
  succeeded: 'It is recorded that this organisation is part of another one now',
  'succession-ended':
    'The record is ended. Nobody of the other organisation acts for this one any more.',
};

export default withProblemView(async ({ params, searchParams }: Props) => {
  const actor = await requireActor('organisation:manage');
  const { id } = await params;
  const { done = '', ods: told, after: given } = await searchParams;
  const after = [given].flat()[0];
  const organisation = await getOrganisation(actor, id, after);
  if (!organisation) go(paths.notFound);
  const { profile, ods, odsCode } = organisation;
  const change = { href: paths.organisationChange(id), text: 'Change' };
  const row = (label: string, value: string | null, what: string) => ({
    label,
    value: value ?? 'Not known yet',
    action: { ...change, what },
  });
  return (
    <SignedInPage
      actor={actor}
      title={organisation.name}
      back={{ href: paths.organisations, label: 'Organisations' }}
    >
      {Object.hasOwn(DONE, done) ? (
        <NotificationBanner kind="success" heading={DONE[done]} />
      ) : null}
      <h1 className="nhsuk-heading-l">{organisation.name}</h1>
      <SummaryList
        rows={[
          row('Name', organisation.name, 'name'),
          row('ODS code', organisation.odsCode, 'ODS code'),
          row(
            'DSPT identifier',
            organisation.dsptIdentifier ?? (organisation.odsCode ? 'Same as the ODS code' : null),
            'DSPT identifier',
          ),
          row('Profile', profile ? PROFILES[profile].label : null, 'profile'),
        ]}
      />
      {ods && odsCode ? (
        <OdsCheck
          code={odsCode}
          fact={ods}
          today={londonDate(now())}
          trouble={typeof told === 'string' && isOdsTrouble(told) ? told : null}
          check={odsApi() ? checkCodeAction.bind(null, id) : null}
        />
      ) : null}
      <SuccessionPart
        of={id}
        successions={organisation.successions}
        inactive={ods !== null && odsStateOn(ods, londonDate(now())) === 'inactive'}
      />
      <h2 className="nhsuk-heading-m">Products</h2>
      <ProductsTable organisationId={id} products={organisation.products} />
      <ButtonLink href={paths.productNew(id)} variant="secondary">
        Add a product
      </ButtonLink>
      <h2 className="nhsuk-heading-m" id="people">
        People
      </h2>
      <PeopleTable
        people={organisation.people.rows}
        caption="People"
        hrefOf={paths.person}
        empty={<p>Nobody can sign in for this organisation yet. Add its first administrator.</p>}
        now={now()}
      />
      <PeoplePages
        path={paths.organisation(id)}
        later={after !== undefined}
        next={organisation.people.next}
      />
      <ButtonLink href={paths.organisationPersonNew(id)} variant="secondary">
        Add a person
      </ButtonLink>
      <h2 className="nhsuk-heading-m">What changed</h2>
      <DetailHistory organisationId={id} changes={organisation.history} />
    </SignedInPage>
  );
});
