import { OnboardingHeading } from '@/app/apply/euos/[code]/[id]/onboarding-heading';
import { backTo, openOnboarding } from '@/app/apply/euos/[code]/[id]/open-onboarding';
import { KeptNotice } from '@/app/apply/euos/kept-notice';
import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { ToldList } from '@/components/euo/told-list';
import { DateField } from '@/components/form/date-field';
import { Form } from '@/components/form/form';
import { FormsTitle } from '@/components/form/forms-title';
import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/textarea-field';
import { keptWords, requireActor } from '@/lib/auth/session';
import { typedDate } from '@/lib/domain/typed-date';
import { paths } from '@/lib/paths';
import { makeLiveAction, overrideGoLiveAction } from './actions';

type Props = { params: Promise<{ code: string; id: string }> };

export default withProblemView(async ({ params }: Props) => {
  const actor = await requireActor('onboarding:view');
  const view = await openOnboarding(actor, await params, 'go-live');
  const { odsCode, id, mayEdit, mayOverride, goLiveOn, today } = view;
  if (!mayEdit && !mayOverride) go(paths.notFound);
  if (view.state !== 'planned') go(`${paths.euo(odsCode)}?done=moved-on`);
  const kept = await keptWords(actor, paths.euoPart(odsCode, id, 'go-live'));
  const hidden = { version: String(view.version) };
  const initial = kept ?? typedDate('on', goLiveOn && goLiveOn <= today ? goLiveOn : null);
  // Within the first form, so that what is wrong stands above it.
  const head = (
    <>
      <OnboardingHeading view={view}>Make it live</OnboardingHeading>
      <p>
        Enter the day on which it went live. It is judged by what was true on that day, and this day
        cannot be changed later.
      </p>
      <p>
        <strong>As at today: {view.says.toLowerCase().replace(/:.*/, '')}.</strong>
      </p>
      <ToldList told={view.reasons} view={view} linked={mayEdit} />
    </>
  );
  return (
    <SignedInPage actor={actor} width="narrow" back={backTo(view)}>
      <KeptNotice kept={kept} />
      <FormsTitle title={`Make ${view.name} live`}>
        {mayEdit ? (
          <Form
            action={makeLiveAction.bind(null, odsCode, id)}
            hidden={hidden}
            initial={initial}
            idPrefix="live-"
          >
            {head}
            <DateField
              name="on"
              legend="Go-live date"
              legendSize="s"
              hint="For example, 3 11 2026"
            />
            <TextareaField name="reason" label="Note (optional)" labelSize="s" rows={2} />
            <SubmitButton>Make live</SubmitButton>
          </Form>
        ) : null}
        {mayOverride ? (
          <Form
            action={overrideGoLiveAction.bind(null, odsCode, id)}
            hidden={hidden}
            initial={initial}
            idPrefix="override-"
          >
            {mayEdit ? null : head}
            <h2 className="nhsuk-heading-m">Make it live though it is not ready</h2>
            <p>
              You are fully accountable for the organisations that use your product. Assessors will
              see that you did this, on which day, and your justification.
            </p>
            <DateField
              name="on"
              legend="Go-live date"
              legendSize="s"
              hint="For example, 3 11 2026"
            />
            <TextareaField
              name="reason"
              label="Justification"
              labelSize="s"
              hint="Why it goes live all the same, and when what is missing will be there"
              rows={5}
              maxCharacters={2000}
            />
            <SubmitButton variant="warning">Make live by an override</SubmitButton>
          </Form>
        ) : null}
      </FormsTitle>
    </SignedInPage>
  );
});
