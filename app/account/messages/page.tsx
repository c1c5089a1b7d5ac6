import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { Form } from '@/components/form/form';
import { HiddenField } from '@/components/form/hidden-field';
import { SelectField } from '@/components/form/select-field';
import { SubmitButton } from '@/components/form/submit-button';
import { keptWords, requireActor } from '@/lib/auth/session';
import { textValue } from '@/lib/domain/form-state';
import { WAY_LABELS, WAYS, type Way } from '@/lib/domain/messages';
import { paths } from '@/lib/paths';
import { getMessageChoices } from '@/lib/queries/account/get-message-choices';
import { chooseMessagesAction } from './actions';

const TITLE = 'Choose your emails';

const optionsOf = (usual: Way) =>
  WAYS.map((value) => ({
    value,
    label: value === usual ? `${WAY_LABELS[value]} (usual)` : WAY_LABELS[value],
  }));

export default withProblemView(async () => {
  const actor = await requireActor('account:own');
  const choices = await getMessageChoices(actor);
  if (!choices) go(paths.notFound);
  const { offered, always, version } = choices;
  const kept = await keptWords(actor, paths.messageChoices);
  const initial = kept ?? Object.fromEntries(offered.map(({ kind, way }) => [kind, way]));
  return (
    <SignedInPage
      actor={actor}
      width="narrow"
      back={{ href: paths.account, label: 'Your account' }}
    >
      <Form action={chooseMessagesAction} title={TITLE} initial={initial}>
        <h1 className="nhsuk-heading-l">{TITLE}</h1>
        <p>
          Everything that concerns you is always in your messages in the portal. Here you choose
          what also comes by email.
        </p>
        <HiddenField name="version" value={kept ? textValue(kept, 'version') : String(version)} />
        {offered.map(({ kind, label, usual }) => (
          <SelectField key={kind} name={kind} label={label} options={optionsOf(usual)} />
        ))}
        <SubmitButton>Save</SubmitButton>
        <h2 className="nhsuk-heading-m">What you always get by email</h2>
        <p>You cannot turn these off, because you need to act on them.</p>
        <ul>
          {always.map(({ kind, label }) => (
            <li key={kind}>{label}</li>
          ))}
        </ul>
      </Form>
    </SignedInPage>
  );
});
