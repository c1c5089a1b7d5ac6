import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { Clearance } from '@/components/application/clearance';
import { DateField } from '@/components/form/date-field';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { requireActor } from '@/lib/auth/session';
import { typedDate } from '@/lib/domain/typed-date';
import { paths } from '@/lib/paths';
import { getProduct } from '@/lib/queries/organisations/get-product';
import { changeProductDatesAction } from './actions';

type Props = { params: Promise<{ id: string; product: string }> };

export default withProblemView(async ({ params }: Props) => {
  const actor = await requireActor('organisation:manage');
  const { id, product: productId } = await params;
  const product = await getProduct(actor, id, productId);
  if (!product) go(paths.notFound);
  const initial = {
    ...typedDate('signed', product.agreementSignedOn),
    ...typedDate('available', product.availableFrom),
  };
  return (
    <SignedInPage
      actor={actor}
      width="narrow"
      back={{ href: paths.organisation(id), label: product.organisation }}
    >
      <Clearance clearance={product.clearance} />
      <Form
        action={changeProductDatesAction.bind(null, id, product.id)}
        title={`Dates of ${product.name}`}
        hidden={{ version: String(product.version) }}
        initial={initial}
      >
        <h1 className="nhsuk-heading-l">Dates of {product.name}</h1>
        <DateField
          name="signed"
          legend="When was the connection agreement signed?"
          legendSize="m"
          hint="For example, 14 3 2026. Leave it empty if it is not signed yet. Every year on this day the supplier confirms that everything declared is still true."
        />
        <DateField
          name="available"
          legend="When was the product first available? (optional)"
          legendSize="m"
          hint="For example, 1 9 2023. No end user organisation can have gone live with it before this day."
        />
        <SubmitButton>Save dates</SubmitButton>
      </Form>
    </SignedInPage>
  );
});
