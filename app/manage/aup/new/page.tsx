import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { DateField } from '@/components/form/date-field';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { TextareaField } from '@/components/form/textarea-field';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { keptWords, requireActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import { publishAupVersionAction } from './actions';

const TITLE = 'Publish a version of the AUP';

export default withProblemView(async () => {
  const actor = await requireActor('aup:publish');
  const kept = await keptWords(actor, paths.aupNew);
  return (
    <SignedInPage actor={actor} width="narrow" back={{ href: paths.aup, label: 'AUP versions' }}>
      {kept ? (
        <NotificationBanner heading="You were signed out while you were typing. What you typed is here again." />
      ) : null}
      <Form action={publishAupVersionAction} title={TITLE} {...(kept ? { initial: kept } : {})}>
        <h1 className="nhsuk-heading-l">{TITLE}</h1>
        <p>
          A version cannot be changed once it is published. Every end user organisation is judged
          again with it.
        </p>
        <TextField
          name="version"
          label="Version"
          labelSize="s"
          hint="As the document has it, for example 3.1"
          width={10}
          autoComplete="off"
        />
        <DateField
          name="inForce"
          legend="Date in force"
          legendSize="s"
          hint="The first day on which alerts must be in this version, for example 1 4 2027"
        />
        <TextareaField
          name="note"
          label="Note (optional)"
          labelSize="s"
          hint="What changed. Staff read it beside the version."
          rows={3}
          maxCharacters={2000}
        />
        <SubmitButton>Publish version</SubmitButton>
      </Form>
    </SignedInPage>
  );
});
