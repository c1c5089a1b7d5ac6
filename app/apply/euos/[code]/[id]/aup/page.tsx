import { OnboardingHeading } from '@/app/apply/euos/[code]/[id]/onboarding-heading';
import { backTo, openOnboarding } from '@/app/apply/euos/[code]/[id]/open-onboarding';
import { KeptNotice } from '@/app/apply/euos/kept-notice';
import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { ConflictView } from '@/components/application/conflict-view';
import { ALERT_LABELS, AlertFields } from '@/components/euo/alert-fields';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { keptWords, requireActor } from '@/lib/auth/session';
import { textValue } from '@/lib/domain/form-state';
import { isClosed, isHeld } from '@/lib/domain/onboarding';
import { typedAlert, versionsOffered } from '@/lib/domain/onboarding-records';
import { formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';
import { recordAupAlertAction } from './actions';

type Props = { params: Promise<{ code: string; id: string }> };

export default withProblemView(async ({ params }: Props) => {
  const actor = await requireActor('onboarding:edit');
  const view = await openOnboarding(actor, await params, 'aup');
  if (isClosed(view.state)) go(`${paths.euo(view.odsCode)}?done=moved-on`);
  const here = paths.euoPart(view.odsCode, view.id, 'aup');
  const kept = await keptWords(actor, here);
  const { alert, renewed, goLiveOn } = view;
  const again = isHeld(view.state) && !view.reasons.some(({ id }) => id.startsWith('aup_'));
  const outdated = view.flags.some(({ id }) => id === 'aup_outdated');
  // A newer version is told anew; otherwise what was said last is corrected.
  const initial = outdated ? {} : typedAlert(renewed ?? alert);
  const recorded = renewed?.aupVersion ?? alert.aupVersion;
  return (
    <SignedInPage actor={actor} width="narrow" back={backTo(view)}>
      <KeptNotice kept={kept} />
      <Form
        action={recordAupAlertAction.bind(null, view.odsCode, view.id)}
        title={`AUP alert of ${view.name}`}
        initial={kept ?? initial}
        hidden={{ revision: (kept && textValue(kept, 'revision')) || String(view.version) }}
      >
        <OnboardingHeading view={view}>AUP alert</OnboardingHeading>
        <p>
          Before it goes live, you must bring the EUO acceptable use policy (AUP) to its attention,
          in the version then in force.
        </p>
        {again && goLiveOn ? (
          <p>
            If you alerted them again after it went live on {formatDate(goLiveOn)}, record that
            here: the alert before it went live stays on record, and the verdict with it.
          </p>
        ) : null}
        <ConflictView
          labels={ALERT_LABELS}
          href={here}
          {...{ what: 'this alert', button: 'Save alert', record: 'history' }}
        />
        <AlertFields offered={versionsOffered(view.aupVersions, recorded)} />
        <SubmitButton>Save alert</SubmitButton>
      </Form>
    </SignedInPage>
  );
});
