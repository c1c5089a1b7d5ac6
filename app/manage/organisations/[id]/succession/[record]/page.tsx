import { go } from '@/app/go';
import { endSuccessionAction } from '@/app/manage/organisations/[id]/succession/actions';
import { Proof } from '@/app/proof';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/textarea-field';
import { requireActor } from '@/lib/auth/session';
import { formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';
import { getOrganisation } from '@/lib/queries/organisations/get-organisation';

type Props = { params: Promise<{ id: string; record: string }> };

export default withProblemView(async ({ params }: Props) => {
  const actor = await requireActor('organisation:manage');
  const { id, record } = await params;
  const organisation = await getOrganisation(actor, id);
  const found = organisation?.successions.find(
    (each) => each.id === record && each.predecessor.id === id && each.endedAt === null,
  );
  if (!organisation || !found) go(paths.notFound);
  const title = `End the record that ${organisation.name} is part of ${found.successor.name}`;
  return (
    <SignedInPage
      actor={actor}
      width="narrow"
      back={{ href: paths.organisation(id), label: organisation.name }}
    >
      <Form action={endSuccessionAction.bind(null, { id, record })} title={title}>
        <h1 className="nhsuk-heading-l">{title}</h1>
        <p>
          It was recorded as part of it since {formatDate(found.effectiveOn)}. From now on nobody of{' '}
          {found.successor.name} can act for {organisation.name}. What they did stays in the
          history, and so does this record.
        </p>
        <TextareaField
          name="reason"
          label="Reason"
          labelSize="s"
          hint="Staff read it; suppliers do not."
          rows={3}
          maxCharacters={500}
        />
        <Proof />
        <SubmitButton variant="warning">End record</SubmitButton>
      </Form>
    </SignedInPage>
  );
});
