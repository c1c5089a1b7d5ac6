import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { Form } from '@/components/form/form';
import { RadiosField } from '@/components/form/radios-field';
import { SubmitButton } from '@/components/form/submit-button';
import { requireActor } from '@/lib/auth/session';
import { env } from '@/lib/env';
import { paths } from '@/lib/paths';
import { getAccount } from '@/lib/queries/account/get-account';
import { listOwnOrganisations } from '@/lib/queries/account/list-own-organisations';
import { actForAction } from './actions';

const TITLE = 'Which organisation do you act for?';

export default withProblemView(async () => {
  const actor = await requireActor('application:view');
  const others = await listOwnOrganisations(actor);
  if (!others || others.length === 0) go(paths.notFound);
  const own = (await getAccount(actor, env().SESSION_IDLE_MINUTES))?.organisation ?? '';
  return (
    <SignedInPage
      actor={actor}
      width="narrow"
      back={{ href: paths.apply, label: 'Your applications' }}
    >
      <Form
        action={actForAction}
        title={TITLE}
        initial={{ organisation: actor.home ? (actor.organisationId ?? '') : 'own' }}
      >
        <RadiosField
          name="organisation"
          legend={TITLE}
          legendSize="l"
          isPageHeading
          hint="It holds until you choose again or sign out. The history says who you are and for whom you acted."
          options={[
            { value: 'own', label: own },
            ...others.map(({ id, name, odsCode }) => ({
              value: id,
              label: name,
              hint: `${odsCode ? `${odsCode}, n` : 'N'}ow part of ${own}`,
            })),
          ]}
        />
        <SubmitButton>Continue</SubmitButton>
      </Form>
    </SignedInPage>
  );
});
