import { redirect } from 'next/navigation';
import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { BeforeSubmitting } from '@/components/application/before-submitting';
import { CheckedAnswers } from '@/components/application/checked-answers';
import { InsetText } from '@/components/ui/inset-text';
import { ProblemView } from '@/components/ui/problem-view';
import { requireActor } from '@/lib/auth/session';
import { isEditable } from '@/lib/domain/open-questions';
import { formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';
import { randomBytes } from '@/lib/ports/randomness';
import { type CheckView, getCheck } from '@/lib/queries/apply/get-check';
import { DeclarationForm } from './declaration-form';
import { WhoSubmits } from './who-submits';

const TITLE = 'Check your answers and submit';

export default async function CheckPage(props: PageProps<'/apply/[reference]/check'>) {
  const actor = await requireActor('application:view');
  const { reference } = await props.params;
  const { changed } = await props.searchParams;
  const view = await readPage(() => getCheck(actor, reference));
  const page = {
    actor,
    back: { href: paths.application(reference), label: 'All questions' },
    width: 'narrow',
  } as const;
  if (!view)
    return (
      <SignedInPage {...page} title={TITLE}>
        <ProblemView />
      </SignedInPage>
    );
  if (!isEditable(view.status)) redirect(paths.application(view.reference));
  const maySubmit = view.maySign && view.blockers.length === 0;
  const before = <Answers view={view} changed={changed !== undefined} />;
  if (!maySubmit)
    return (
      <SignedInPage {...page} title={TITLE}>
        {before}
        <WhoSubmits view={view} />
      </SignedInPage>
    );
  const key = Buffer.from(randomBytes(24)).toString('base64url');
  return (
    <SignedInPage {...page}>
      <DeclarationForm view={view} idempotencyKey={key} title={TITLE}>
        {before}
      </DeclarationForm>
    </SignedInPage>
  );
}

function Answers({ view, changed }: { view: CheckView; changed: boolean }) {
  return (
    <>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{view.product}</span> {TITLE}
      </h1>
      {changed ? (
        <InsetText>
          <p>
            An answer or a file changed after you opened this page, so nothing was submitted. Read
            the answers again.
          </p>
        </InsetText>
      ) : null}
      <BeforeSubmitting
        reference={view.reference}
        blockers={view.blockers}
        contradictions={view.contradictions}
        unchanged={view.unchanged}
        register={view.register}
      />
      <p>
        {view.registerOf === null
          ? 'No copy of the public DSPT register is in use, so these answers are not checked against it.'
          : `We hold your DSPT answers against the public register of ${formatDate(view.registerOf)}.`}
      </p>
      <CheckedAnswers {...view} />
    </>
  );
}
