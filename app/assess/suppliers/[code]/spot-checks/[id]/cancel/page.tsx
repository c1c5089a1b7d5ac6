import { openSpotCheck } from '@/app/assess/suppliers/[code]/spot-checks/[id]/open-spot-check';
import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/textarea-field';
import { requireActor } from '@/lib/auth/session';
import { spotCheckName } from '@/lib/domain/spot-check';
import { cancelSpotCheckAction } from './actions';

type Props = { params: Promise<{ code: string; id: string }> };

export default withProblemView(async ({ params }: Props) => {
  const actor = await requireActor('spot-check:run');
  const { view, kept, record, page } = await openSpotCheck(actor, await params, 'cancel');
  if (!view.mayCancel) go(page);
  return (
    <SignedInPage
      actor={actor}
      width="narrow"
      back={{ href: page, label: spotCheckName(view.number) }}
    >
      <Form
        action={cancelSpotCheckAction.bind(null, record, view.id)}
        title={`Cancel ${spotCheckName(view.number)} of ${view.supplier.name}`}
        initial={kept ?? {}}
      >
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">
            {spotCheckName(view.number)} of {view.supplier.name}
          </span>{' '}
          Cancel the spot check
        </h1>
        <p>
          Cancel it if it was drawn by mistake. It stays on record as cancelled, counts for nothing,
          and cannot be taken up again. The supplier is told.
        </p>
        <TextareaField
          name="reason"
          label="Reason"
          labelSize="s"
          hint="The supplier reads it"
          rows={3}
          maxCharacters={2000}
        />
        <SubmitButton variant="warning">Cancel the spot check</SubmitButton>
      </Form>
    </SignedInPage>
  );
});
