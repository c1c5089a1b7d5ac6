import { go } from '@/app/go';
import { Proof } from '@/app/proof';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { SetUpSteps } from '@/components/factor/set-up-steps';
import { Form } from '@/components/form/form';
import { FormsTitle } from '@/components/form/forms-title';
import { SubmitButton } from '@/components/form/submit-button';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { ownFactor } from '@/lib/auth/second-factor';
import { currentSession, requireActor } from '@/lib/auth/session';
import { secretToSetUp } from '@/lib/auth/set-up-factor';
import { otpAddress } from '@/lib/auth/totp';
import { can, isStaff, type PersonActor } from '@/lib/domain/permissions';
import { env } from '@/lib/env';
import { formatCount, formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';
import { qrCode } from '@/lib/ports/qr-code';
import { beginAction, remakeCodesAction, setUpAction, turnOffAction } from './actions';

const TITLE = 'Your second factor';
type Search = { 'set-up'?: string; off?: string; recovered?: string };
const back = { href: paths.account, label: 'Your account' } as const;

export default withProblemView(async ({ searchParams }: { searchParams: Promise<Search> }) => {
  const actor = await requireActor('account:own');
  const search = await searchParams;
  const { setAt, codesLeft } = await ownFactor(actor);
  if (!setAt && search['set-up']) return <SetUp actor={actor} />;
  return (
    <SignedInPage actor={actor} width="narrow" back={back}>
      <FormsTitle title={TITLE}>
        {search.recovered ? (
          <NotificationBanner heading="You signed in with a recovery code">
            <p>You have {formatCount(codesLeft, 'code')} left. Each works once.</p>
          </NotificationBanner>
        ) : null}
        {search.off ? (
          <NotificationBanner kind="success" heading="Your second factor is turned off" />
        ) : null}
        <h1 className="nhsuk-heading-l">{TITLE}</h1>
        {setAt ? <TurnedOn actor={actor} setAt={setAt} codesLeft={codesLeft} /> : <TurnedOff />}
      </FormsTitle>
    </SignedInPage>
  );
});

function TurnedOff() {
  return (
    <Form action={beginAction} idPrefix="begin-">
      <p>
        With a second factor, somebody who learns your password still cannot sign in as you. You
        need an authenticator app on your phone or computer.
      </p>
      <Proof />
      <SubmitButton>Set up a second factor</SubmitButton>
    </Form>
  );
}

type TurnedOnProps = { actor: PersonActor; setAt: Date; codesLeft: number };

function TurnedOn({ actor, setAt, codesLeft }: TurnedOnProps) {
  const mayTurnOff = !isStaff(actor) || env().DEMO;
  return (
    <>
      <p>
        Signing in asks for a code from your app, since {formatDate(setAt)}. You have{' '}
        {formatCount(codesLeft, 'recovery code')} left.
      </p>
      <Form action={remakeCodesAction} idPrefix="codes-">
        <h2 className="nhsuk-heading-m">New recovery codes</h2>
        <p>You get ten new ones. The old ones no longer work.</p>
        <Proof />
        <SubmitButton variant="secondary">Make new recovery codes</SubmitButton>
      </Form>
      {mayTurnOff ? (
        <Form action={turnOffAction} idPrefix="off-">
          <h2 className="nhsuk-heading-m">Turn it off</h2>
          <p>Turn it off to use another app: you can set it up again at once.</p>
          <Proof />
          <SubmitButton variant="warning">Turn it off</SubmitButton>
        </Form>
      ) : (
        <p>
          To use another app, ask {can(actor, 'people:manage') ? 'another manager' : 'a manager'} to
          reset your second factor.
        </p>
      )}
    </>
  );
}

async function SetUp({ actor }: { actor: PersonActor }) {
  const session = await currentSession();
  const secret = session && (await secretToSetUp({ id: session.id, actor }));
  if (!session || !secret) go(paths.secondFactor);
  return (
    <SignedInPage actor={actor} width="narrow" back={back}>
      <Form action={setUpAction} title="Set up your second factor">
        <h1 className="nhsuk-heading-l">Set up your second factor</h1>
        <SetUpSteps secret={secret} picture={qrCode(otpAddress(secret, session.email))} />
        <p>Every other session of yours ends when you finish.</p>
        <SubmitButton>Finish</SubmitButton>
      </Form>
    </SignedInPage>
  );
}
