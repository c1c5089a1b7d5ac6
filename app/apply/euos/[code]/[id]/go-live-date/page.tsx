import { typedBeforeOverride } from '@/app/apply/euos/[code]/[id]/offer-override';
import { OnboardingHeading } from '@/app/apply/euos/[code]/[id]/onboarding-heading';
import { backTo, openOnboarding } from '@/app/apply/euos/[code]/[id]/open-onboarding';
import { KeptNotice } from '@/app/apply/euos/kept-notice';
import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { DateField } from '@/components/form/date-field';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/textarea-field';
import { Link } from '@/components/ui/link';
import { keptWords, requireActor } from '@/lib/auth/session';
import { parsePlainDate } from '@/lib/domain/dates';
import { isHeld } from '@/lib/domain/onboarding';
import { typedDate } from '@/lib/domain/typed-date';
import { formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';
import { correctGoLiveAction } from './actions';

type Props = {
  params: Promise<{ code: string; id: string }>;
  searchParams: Promise<{ override?: string; on?: string }>;
};

const TITLE = 'Correct the go-live date';

export default withProblemView(async ({ params, searchParams }: Props) => {
  const actor = await requireActor('onboarding:view');
  const view = await openOnboarding(actor, await params, 'go-live-date');
  const { odsCode, id, mayEdit, mayOverride, goLiveOn } = view;
  const search = await searchParams;
  if (!mayEdit && !mayOverride) go(paths.notFound);
  if (!isHeld(view.state) || !goLiveOn) go(`${paths.euo(odsCode)}?done=moved-on`);
  const override = mayOverride && (!mayEdit || search.override === 'yes');
  const here = paths.euoPart(odsCode, id, 'go-live-date');
  const kept = await keptWords(actor, here);
  const typed = kept ?? (override ? await typedBeforeOverride(actor, here) : null);
  const day = parsePlainDate(String(search.on ?? ''));
  return (
    <SignedInPage actor={actor} width="narrow" back={backTo(view)}>
      <KeptNotice kept={kept} />
      <Form
        key={String(override)}
        action={correctGoLiveAction.bind(null, { code: odsCode, id, override })}
        title={`${TITLE}${override ? ' by an override' : ''}: ${view.name}`}
        hidden={{ version: String(view.version) }}
        initial={typed ?? typedDate('on', day)}
      >
        <OnboardingHeading view={view}>
          {override ? `${TITLE} though it was not ready` : TITLE}
        </OnboardingHeading>
        <p>
          It is recorded as having gone live on {formatDate(goLiveOn)}. Once corrected, it is judged
          by what was true on the right day. The old date stays in the history, with your reason.
        </p>
        {override ? (
          <p>
            You are fully accountable for the organisations that use your product. Assessors will
            see that it was not ready on the right day, and your justification.
          </p>
        ) : null}
        {override && mayEdit ? (
          <p>
            <Link href={here}>Correct it without an override</Link>, where it was ready on the right
            day.
          </p>
        ) : null}
        <DateField
          name="on"
          legend="The day on which it went live"
          legendSize="s"
          hint="For example, 3 11 2026"
        />
        <TextareaField
          name="reason"
          label={override ? 'Justification' : 'Reason'}
          labelSize="s"
          hint={
            override
              ? 'Why the date was wrong, and why it went live all the same'
              : 'Why the date was wrong. Assessors can read it'
          }
          rows={override ? 5 : 3}
          maxCharacters={2000}
        />
        <SubmitButton variant={override ? 'warning' : 'primary'}>
          {override ? 'Correct by an override' : 'Correct the date'}
        </SubmitButton>
      </Form>
    </SignedInPage>
  );
});
