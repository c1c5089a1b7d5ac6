import { backTo, openOnboarding } from '@/app/apply/euos/[code]/[id]/open-onboarding';
import { KeptNotice } from '@/app/apply/euos/kept-notice';
import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { ConflictView } from '@/components/application/conflict-view';
import { DETAIL_LABELS, DetailsFields } from '@/components/euo/details-fields';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { keptWords, requireActor } from '@/lib/auth/session';
import { textValue } from '@/lib/domain/form-state';
import { isClosed } from '@/lib/domain/onboarding';
import { typedDetails } from '@/lib/domain/onboarding-form';
import { paths } from '@/lib/paths';
import { changeDetailsAction } from './actions';

type Props = { params: Promise<{ code: string; id: string }> };

export default withProblemView(async ({ params }: Props) => {
  const actor = await requireActor('onboarding:edit');
  const view = await openOnboarding(actor, await params, 'details');
  if (isClosed(view.state)) go(`${paths.euo(view.odsCode)}?done=moved-on`);
  const here = paths.euoPart(view.odsCode, view.id, 'details');
  const kept = await keptWords(actor, here);
  return (
    <SignedInPage actor={actor} width="narrow" back={backTo(view)}>
      <KeptNotice kept={kept} />
      <Form
        action={changeDetailsAction.bind(null, view.odsCode, view.id)}
        title={`Details of ${view.name}`}
        initial={kept ?? typedDetails(view)}
        hidden={{ version: (kept && textValue(kept, 'version')) || String(view.version) }}
      >
        <h1 className="nhsuk-heading-l [overflow-wrap:anywhere]">
          <span className="nhsuk-caption-l">
            {view.odsCode}, {view.product}
          </span>{' '}
          Details of {view.name}
        </h1>
        <ConflictView
          labels={DETAIL_LABELS}
          href={here}
          {...{ what: 'these details', button: 'Save details', record: 'history' }}
        />
        <DetailsFields planned={view.state === 'planned'} />
        <SubmitButton>Save details</SubmitButton>
      </Form>
    </SignedInPage>
  );
});
