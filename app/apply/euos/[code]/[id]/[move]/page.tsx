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
import { keptWords, requireActor } from '@/lib/auth/session';
import { isPlainMove, PLAIN_MOVES } from '@/lib/domain/onboarding-moves';
import { typedDate } from '@/lib/domain/typed-date';
import { paths } from '@/lib/paths';
import { moveOnboardingAction } from './actions';

type Props = { params: Promise<{ code: string; id: string; move: string }> };

export default withProblemView(async ({ params }: Props) => {
  const actor = await requireActor('onboarding:edit');
  const { code, id, move } = await params;
  if (!isPlainMove(move)) go(paths.notFound);
  const view = await openOnboarding(actor, { code, id }, move);
  if (!view.moves.some((one) => one.id === move)) go(`${paths.euo(view.odsCode)}?done=moved-on`);
  const { title, on, after } = PLAIN_MOVES[move];
  const kept = await keptWords(actor, paths.euoPart(view.odsCode, id, move));
  return (
    <SignedInPage actor={actor} width="narrow" back={backTo(view)}>
      <KeptNotice kept={kept} />
      <Form
        action={moveOnboardingAction.bind(null, view.odsCode, view.id, move)}
        title={`${title}: ${view.name}`}
        initial={kept ?? typedDate('on', view.today)}
        hidden={{ version: String(view.version) }}
      >
        <OnboardingHeading view={view}>{title}</OnboardingHeading>
        <p>{after}</p>
        <DateField name="on" legend={on} legendSize="s" hint="For example, 27 3 2026" />
        <TextareaField
          name="reason"
          label="Reason"
          labelSize="s"
          hint="Assessors can read it"
          rows={3}
          maxCharacters={2000}
        />
        <SubmitButton variant={move === 'resume' ? 'primary' : 'warning'}>{title}</SubmitButton>
      </Form>
    </SignedInPage>
  );
});
