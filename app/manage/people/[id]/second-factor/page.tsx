import { go } from '@/app/go';
import { Proof } from '@/app/proof';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/textarea-field';
import { keptWords, requireActor } from '@/lib/auth/session';
import { formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';
import { getPerson } from '@/lib/queries/people/get-person';
import { resetFactorAction } from './actions';

const TITLE = 'Reset second factor';
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
  if (!person.factorSetAt)
    return (
      <SignedInPage actor={actor} width="narrow" back={back} title={TITLE}>
        {heading}
        <p>{person.name} has no second factor, so there is nothing to reset.</p>
      </SignedInPage>
    );
  const kept = await keptWords(actor, paths.personFactor(person.id));
  return (
    <SignedInPage actor={actor} width="narrow" back={back}>
      <Form
        action={resetFactorAction.bind(null, person.id)}
        title={TITLE}
        initial={kept ?? {}}
        hidden={{ version: String(person.version) }}
      >
        {heading}
        <p>
          Make sure first that it is {person.name} who asks. For example, call them on a number that
          you already have.
        </p>
        <p>
          Their app, set up on {formatDate(person.factorSetAt)}, and their recovery codes stop
          working. They are signed out at once, and we tell them by email.
        </p>
        <TextareaField
          name="reason"
          label="Why do you reset it?"
          labelSize="s"
          hint="Kept in the history, where they can read it. For example, ‘Lost their phone, called back on their work number’"
          rows={3}
          maxCharacters={500}
        />
        <Proof />
        <SubmitButton variant="warning">{TITLE}</SubmitButton>
      </Form>
    </SignedInPage>
  );
});
