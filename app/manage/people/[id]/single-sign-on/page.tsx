import { go } from '@/app/go';
import { Proof } from '@/app/proof';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { requireActor } from '@/lib/auth/session';
import { formatDate, formatDateTime } from '@/lib/format';
import { paths } from '@/lib/paths';
import { getPerson } from '@/lib/queries/people/get-person';
import { removeLinkAction } from './actions';

const TITLE = 'Remove single sign-on link';
type Props = { params: Promise<{ id: string }> };

export default withProblemView(async ({ params }: Props) => {
  const actor = await requireActor('people:manage');
  const person = await getPerson(actor, (await params).id);
  if (!person || person.id === actor.personId) go(paths.notFound);
  const back = { href: paths.person(person.id), label: person.name };
  const heading = (
    <h1 className="nhsuk-heading-l">
      <span className="nhsuk-caption-l">{person.name}</span> {TITLE}
    </h1>
  );
  if (!person.identity)
    return (
      <SignedInPage actor={actor} width="narrow" back={back} title={TITLE}>
        {heading}
        <p>{person.name} has not used single sign-on, so there is no link to remove.</p>
      </SignedInPage>
    );
  const { linkedAt, lastUsedAt } = person.identity;
  return (
    <SignedInPage actor={actor} width="narrow" back={back}>
      <Form
        action={removeLinkAction.bind(null, person.id)}
        title={TITLE}
        hidden={{ version: String(person.version) }}
      >
        {heading}
        <p>
          Their account at the identity provider was linked on {formatDate(linkedAt)}
          {lastUsedAt ? ` and last used on ${formatDateTime(lastUsedAt)}` : ''}. Remove the link
          when they have a new account there.
        </p>
        <p>
          They are signed out at once. The next account with their verified email address that signs
          in is linked in its place. To keep somebody out, deactivate them instead.
        </p>
        <Proof />
        <SubmitButton variant="warning">Remove link</SubmitButton>
      </Form>
    </SignedInPage>
  );
});
