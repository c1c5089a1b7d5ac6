import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { requireActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import { getOrganisation } from '@/lib/queries/organisations/get-organisation';
import { addProductAction } from './actions';

type Props = { params: Promise<{ id: string }> };

export default withProblemView(async ({ params }: Props) => {
  const actor = await requireActor('organisation:manage');
  const { id } = await params;
  const organisation = await getOrganisation(actor, id);
  if (!organisation) go(paths.notFound);
  return (
    <SignedInPage
      actor={actor}
      width="narrow"
      back={{ href: paths.organisation(id), label: organisation.name }}
    >
      <Form action={addProductAction.bind(null, id)} title="Add a product">
        <TextField
          name="name"
          label="What is the product called?"
          labelSize="l"
          isPageHeading
          caption={organisation.name}
          hint="As the supplier sells it, for example Rota Planner"
          autoComplete="off"
        />
        <SubmitButton>Add product</SubmitButton>
      </Form>
    </SignedInPage>
  );
});
