import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { Form } from '@/components/form/form';
import { RadiosField } from '@/components/form/radios-field';
import { SubmitButton } from '@/components/form/submit-button';
import { Link } from '@/components/ui/link';
import { ProblemView } from '@/components/ui/problem-view';
import { requireActor } from '@/lib/auth/session';
import { SECTION } from '@/lib/domain/questions/catalogue';
import { paths } from '@/lib/paths';
import { listProducts, type ProductChoice } from '@/lib/queries/apply/list-products';
import { startApplicationAction } from './actions';

const TITLE = 'Start an application';

export default async function NewApplicationPage() {
  const actor = await requireActor('application:start');
  const products = await readPage(() => listProducts(actor));
  const free = products?.filter((product) => product.open === null) ?? [];
  const page = {
    actor,
    width: 'narrow',
    back: { href: paths.apply, label: 'Your applications' },
  } as const;
  if (!products)
    return (
      <SignedInPage {...page} title={TITLE}>
        <ProblemView />
      </SignedInPage>
    );
  if (free.length === 0)
    return (
      <SignedInPage {...page} title={TITLE}>
        <h1 className="nhsuk-heading-l">{TITLE}</h1>
        {products.length === 0 ? <NoProducts /> : <OpenProducts products={products} />}
      </SignedInPage>
    );
  return (
    <SignedInPage {...page}>
      <Form action={startApplicationAction} title={TITLE}>
        <h1 className="nhsuk-heading-l">{TITLE}</h1>
        {SECTION.introduction.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <RadiosField
          name="productId"
          legend="Which product is it for?"
          legendSize="m"
          options={free.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SubmitButton>Start</SubmitButton>
      </Form>
      <OpenProducts products={products.filter((product) => product.open !== null)} />
    </SignedInPage>
  );
}

function NoProducts() {
  return (
    <div className="app-empty">
      <p>
        Your organisation has no products here yet, so there is nothing to start an application for.
      </p>
      <p>
        Ask your onboarding contact at NHS England to add your product. If you do not know who that
        is, <Link href={paths.help}>ask for help</Link>.
      </p>
    </div>
  );
}

/** A product has one open application at a time. */
function OpenProducts({ products }: { products: readonly ProductChoice[] }) {
  if (products.length === 0) return null;
  return (
    <section aria-labelledby="already-open">
      <h2 className="nhsuk-heading-s" id="already-open">
        Already open
      </h2>
      <p>A product has one open application at a time.</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {products.map(({ id, name, open }) =>
          open === null ? null : (
            <li key={id}>
              <Link href={paths.application(open)}>{name}</Link>{' '}
              <span className="app-reference">{open}</span>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
