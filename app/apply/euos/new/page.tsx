import { KeptNotice } from '@/app/apply/euos/kept-notice';
import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { DetailsFields } from '@/components/euo/details-fields';
import { OdsLookUp } from '@/components/euo/ods-look-up';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { OdsPanel } from '@/components/registers/ods-panel';
import { Link } from '@/components/ui/link';
import { keptWords, requireActor } from '@/lib/auth/session';
import { readOdsCode } from '@/lib/domain/ods';
import { detailsFromOds } from '@/lib/domain/onboarding-form';
import { paths } from '@/lib/paths';
import { odsApi } from '@/lib/ports/ods-api';
import { getNewEuo, type NewEuo } from '@/lib/queries/onboardings/get-new-euo';
import { addOnboardingAction } from './actions';
import { WhichEuo } from './which-euo';

const TITLE = 'Add an end user organisation';
const BACK = { href: paths.euos, label: 'End user organisations' } as const;

type Search = Record<'code' | 'product' | 'for', string | string[] | undefined>;
const one = (value: string | string[] | undefined): string =>
  ([value].flat()[0] ?? '').slice(0, 100);

/** The product chosen; the only one where there is one. */
const productOf = ({ products }: NewEuo, chosen: string) =>
  products.length === 1 ? products[0] : products.find(({ id }) => id === chosen);

export default withProblemView(async ({ searchParams }: { searchParams: Promise<Search> }) => {
  const actor = await requireActor('onboarding:edit');
  const search = await searchParams;
  const [code, chosen] = [one(search.code), one(search.product)];
  const read = readOdsCode(code);
  const found = await getNewEuo(actor, read.ok ? read.code : null);
  if (!found) go(paths.notFound);
  const product = productOf(found, chosen);
  const asked = search.code !== undefined;
  // What is posted and shared is the code as it is kept.
  if (read.ok && product && (code !== read.code || chosen !== product.id))
    go(paths.euoNewFor(read.code, product.id));
  if (found.products.length === 0)
    return (
      <SignedInPage actor={actor} title={TITLE} width="narrow" back={BACK}>
        <h1 className="nhsuk-heading-l">{TITLE}</h1>
        <div className="app-empty">
          <p>Your organisation has no products here yet, so there is nothing to add this for.</p>
          <p>
            Ask your onboarding contact at NHS England to add your product. If you do not know who
            that is, <Link href={paths.help}>ask for help</Link>.
          </p>
        </div>
      </SignedInPage>
    );
  if (!asked || !read.ok || !product)
    return (
      <SignedInPage actor={actor} width="narrow" back={BACK}>
        <WhichEuo
          title={TITLE}
          products={found.products}
          values={{ code: asked ? code : one(search.for), product: chosen }}
          problems={[
            ...(asked && !read.ok ? [{ field: 'code', message: read.message }] : []),
            ...(asked && !product ? [{ field: 'product', message: 'Select a product' }] : []),
          ]}
        />
      </SignedInPage>
    );
  if (found.there.includes(product.id)) go(`${paths.euo(read.code)}?done=known`);
  const kept = await keptWords(actor, paths.euoNewFor(read.code, product.id));
  return (
    <SignedInPage
      actor={actor}
      width="narrow"
      back={{ href: paths.euoNew, label: 'Another code or product' }}
    >
      <KeptNotice kept={kept} />
      <Form
        action={addOnboardingAction.bind(null, read.code, product.id)}
        title={`Add ${read.code}`}
        initial={kept ?? detailsFromOds({}, found.ods)}
      >
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{product.name}</span> Add {read.code}
        </h1>
        {found.ods ? (
          <OdsPanel code={read.code} fact={found.ods} today={found.today}>
            <OdsLookUp
              canAsk={found.ods.state === 'unchecked' && odsApi() !== null}
              known={found.ods.state === 'active' || found.ods.state === 'inactive'}
            />
          </OdsPanel>
        ) : null}
        <DetailsFields planned />
        <SubmitButton>Add organisation</SubmitButton>
      </Form>
    </SignedInPage>
  );
});
