import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { Clearance } from '@/components/application/clearance';
import { DateField } from '@/components/form/date-field';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { requireActor } from '@/lib/auth/session';
import { dateFields } from '@/lib/domain/dates';
import { paths } from '@/lib/paths';
import { getProduct } from '@/lib/queries/organisations/get-product';
import { signAgreementAction } from './actions';

type Props = { params: Promise<{ id: string; product: string }> };

export default withProblemView(async ({ params }: Props) => {
  const actor = await requireActor('organisation:manage');
  const { id, product: productId } = await params;
  const product = await getProduct(actor, id, productId);
  if (!product) go(paths.notFound);
  const signed = product.agreementSignedOn ? dateFields(product.agreementSignedOn) : null;
  const initial = {
    'signed-day': signed?.day ?? '',
    'signed-month': signed?.month ?? '',
    'signed-year': signed?.year ?? '',
  };
  return (
    <SignedInPage
      actor={actor}
      width="narrow"
      back={{ href: paths.organisation(id), label: product.organisation }}
    >
      <Clearance clearance={product.clearance} />
      <Form
        action={signAgreementAction.bind(null, id, product.id)}
        title="When was the connection agreement signed?"
        hidden={{ version: String(product.version) }}
        initial={initial}
      >
        <DateField
          name="signed"
          legend="When was the connection agreement signed?"
          legendSize="l"
          isPageHeading
          caption={product.name}
          hint="For example, 14 3 2026. Leave it empty if it is not signed yet. Every year on this day the supplier confirms that everything declared is still true."
        />
        <SubmitButton>Save date</SubmitButton>
      </Form>
    </SignedInPage>
  );
});
