import { typedBeforeOverride } from '@/app/apply/euos/[code]/[id]/offer-override';
import { OnboardingHeading } from '@/app/apply/euos/[code]/[id]/onboarding-heading';
import { backTo, openOnboarding } from '@/app/apply/euos/[code]/[id]/open-onboarding';
import { KeptNotice } from '@/app/apply/euos/kept-notice';
import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { ToldList } from '@/components/euo/told-list';
import { DateField } from '@/components/form/date-field';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/textarea-field';
import { Link } from '@/components/ui/link';
import { keptWords, requireActor } from '@/lib/auth/session';
import { parsePlainDate } from '@/lib/domain/dates';
import { lowerFirst } from '@/lib/domain/text';
import { typedDate } from '@/lib/domain/typed-date';
import { paths } from '@/lib/paths';
import { makeLiveAction, overrideGoLiveAction } from './actions';

type Props = {
  params: Promise<{ code: string; id: string }>;
  searchParams: Promise<{ override?: string; on?: string }>;
};

/** Making it live, or doing so by an override: one form at a time, each at an address of its own. */
export default withProblemView(async ({ params, searchParams }: Props) => {
  const actor = await requireActor('onboarding:view');
  const view = await openOnboarding(actor, await params, 'go-live');
  const { odsCode, id, mayEdit, mayOverride, goLiveOn, today } = view;
  const search = await searchParams;
  if (!mayEdit && !mayOverride) go(paths.notFound);
  if (view.state !== 'planned') go(`${paths.euo(odsCode)}?done=moved-on`);
  const override = mayOverride && (!mayEdit || search.override === 'yes');
  const here = paths.euoPart(odsCode, id, 'go-live');
  const kept = await keptWords(actor, here);
  const typed = kept ?? (override ? await typedBeforeOverride(actor, here) : null);
  const day = parsePlainDate(String(search.on ?? '')) ?? goLiveOn;
  const action = override ? overrideGoLiveAction : makeLiveAction;
  return (
    <SignedInPage actor={actor} width="narrow" back={backTo(view)}>
      <KeptNotice kept={kept} />
      <Form
        key={String(override)}
        action={action.bind(null, odsCode, id)}
        title={`Make ${view.name} live${override ? ' by an override' : ''}`}
        hidden={{ version: String(view.version) }}
        initial={typed ?? typedDate('on', day && day <= today ? day : null)}
      >
        <OnboardingHeading view={view}>
          {override ? 'Make it live though it is not ready' : 'Make it live'}
        </OnboardingHeading>
        <p>
          {override
            ? 'You are fully accountable for the organisations that use your product. Assessors will see that you did this, on which day, and your justification.'
            : 'Enter the day on which it went live. It is judged by what was true on that day.'}
        </p>
        <p>
          <strong>As at today: {lowerFirst(view.says.replace(/:.*/, ''))}.</strong>
        </p>
        <ToldList told={view.reasons} view={view} linked={mayEdit} />
        {override && mayEdit ? (
          <p>
            <Link href={here}>Make it live without an override</Link>, where it was ready on the day
            it went live.
          </p>
        ) : null}
        {!override && mayOverride && view.verdict !== 'ready' ? (
          <p>
            As a signatory you can{' '}
            <Link href={`${here}?override=yes`}>make it live by an override</Link>, with a written
            justification.
          </p>
        ) : null}
        <DateField name="on" legend="Go-live date" legendSize="s" hint="For example, 3 11 2026" />
        {override ? (
          <>
            <TextareaField
              name="reason"
              label="Justification"
              labelSize="s"
              hint="Why it goes live all the same, and when what is missing will be there"
              rows={5}
              maxCharacters={2000}
            />
            <SubmitButton variant="warning">Make live by an override</SubmitButton>
          </>
        ) : (
          <>
            <TextareaField name="reason" label="Note (optional)" labelSize="s" rows={2} />
            <SubmitButton>Make live</SubmitButton>
          </>
        )}
      </Form>
    </SignedInPage>
  );
});
