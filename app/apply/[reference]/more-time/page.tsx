import { redirect } from 'next/navigation';
import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/textarea-field';
import { InsetText } from '@/components/ui/inset-text';
import { ProblemView } from '@/components/ui/problem-view';
import { keptWords, requireActor } from '@/lib/auth/session';
import { MAX_DETAILS } from '@/lib/domain/text';
import { formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';
import { getApplication } from '@/lib/queries/apply/get-application';
import { moreTimeAction } from './actions';

const TITLE = 'Ask for more time';

export default async function MoreTimePage(props: PageProps<'/apply/[reference]/more-time'>) {
  const actor = await requireActor('request:ask-time');
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
  const { request } = view;
  if (!request) redirect(paths.application(view.reference));
  const kept = await keptWords(actor, paths.moreTime(view.reference));
  return (
    <SignedInPage {...page}>
      <Form
        action={moreTimeAction.bind(null, view.reference)}
        title={TITLE}
        {...(kept && { initial: kept })}
      >
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{view.product}</span> {TITLE}
        </h1>
        {request.extensionAsked ? (
          <InsetText>
            <p>You have asked already. You can ask again with another reason.</p>
          </InsetText>
        ) : null}
        <p>
          The information is due on <strong>{formatDate(request.dueOn)}</strong>. The assessor
          decides whether to give you longer. Until then the date stays as it is, and the request
          closes after {formatDate(request.lastDay)}.
        </p>
        <TextareaField
          name="reason"
          label="Why do you need more time, and until when?"
          hint="Do not include personal information."
          rows={4}
          maxCharacters={MAX_DETAILS}
        />
        <SubmitButton>Ask for more time</SubmitButton>
      </Form>
    </SignedInPage>
  );
}
