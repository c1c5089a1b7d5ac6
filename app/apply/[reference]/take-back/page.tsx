import { redirect } from 'next/navigation';
import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { Link } from '@/components/ui/link';
import { ProblemView } from '@/components/ui/problem-view';
import { requireActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import { getDeclaration } from '@/lib/queries/apply/get-declaration';
import { takeBackAction } from './actions';

const TITLE = 'Take the declaration back';

export default async function TakeBackPage(props: PageProps<'/apply/[reference]/take-back'>) {
  const actor = await requireActor('application:declare');
  const { reference } = await props.params;
  const view = await readPage(() => getDeclaration(actor, reference));
  const back = { href: paths.application(reference), label: 'Back to the application' } as const;
  const page = { actor, back, width: 'narrow' } as const;
  if (!view)
    return (
      <SignedInPage {...page} title={TITLE}>
        <ProblemView />
      </SignedInPage>
    );
  if (!view.mayTakeBack) redirect(paths.application(view.reference));
  return (
    <SignedInPage {...page}>
      <Form action={takeBackAction.bind(null, view.reference)} title={TITLE}>
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{view.shown.frozen.product.name}</span> {TITLE}
        </h1>
        <p>
          {view.reference} becomes a draft again, so that you can change its answers. Nobody has
          started to review it.
        </p>
        <p>
          When you submit again, the assessor’s working days start anew. What you declared before
          stays in the history.
        </p>
        <SubmitButton>Take back</SubmitButton>
      </Form>
      <p>
        <Link href={paths.application(view.reference)}>Leave it with the assessor</Link>
      </p>
    </SignedInPage>
  );
}
