import { redirect } from 'next/navigation';
import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/textarea-field';
import { Link } from '@/components/ui/link';
import { ProblemView } from '@/components/ui/problem-view';
import { keptWords, requireActor } from '@/lib/auth/session';
import { isOpen } from '@/lib/domain/application';
import { MAX_DETAILS } from '@/lib/domain/text';
import { paths } from '@/lib/paths';
import { getApplication } from '@/lib/queries/apply/get-application';
import { withdrawAction } from './actions';

const TITLE = 'Withdraw this application';

export default async function WithdrawPage(props: PageProps<'/apply/[reference]/withdraw'>) {
  const actor = await requireActor('application:withdraw');
  const { reference } = await props.params;
  const view = await readPage(() => getApplication(actor, reference));
  const back = { href: paths.application(reference), label: 'Back to the application' } as const;
  const page = { actor, back, width: 'narrow' } as const;
  if (!view)
    return (
      <SignedInPage {...page} title={TITLE}>
        <ProblemView />
      </SignedInPage>
    );
  if (!isOpen(view.status)) redirect(paths.application(view.reference));
  const kept = await keptWords(actor, paths.withdraw(view.reference));
  return (
    <SignedInPage {...page}>
      <Form
        action={withdrawAction.bind(null, view.reference)}
        title={TITLE}
        {...(kept && { initial: kept })}
      >
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{view.product}</span> {TITLE}
        </h1>
        <p>
          This ends application {view.reference} for good. Nobody reviews it any further, and it
          cannot be opened again. What you declared stays in its history.
        </p>
        <p>To have {view.product} assessed after all, you would start a new application.</p>
        <TextareaField
          name="reason"
          label="Why are you withdrawing it?"
          hint="The assessor can read this. Do not include personal information."
          rows={4}
          maxCharacters={MAX_DETAILS}
        />
        <SubmitButton variant="warning">Withdraw application</SubmitButton>
      </Form>
      <p>
        <Link href={paths.application(view.reference)}>Keep the application</Link>
      </p>
    </SignedInPage>
  );
}
