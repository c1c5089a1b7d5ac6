import { go } from '@/app/go';
import { carriedCodes } from '@/app/shown-codes';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { RecoveryCodes } from '@/components/factor/recovery-codes';
import { Button } from '@/components/ui/button';
import { requireActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import { codesKeptAction } from './actions';

type Search = { return?: string | string[] };

export default withProblemView(async ({ searchParams }: { searchParams: Promise<Search> }) => {
  const actor = await requireActor('account:own');
  const codes = await carriedCodes();
  if (!codes) go(paths.secondFactor);
  const { return: back } = await searchParams;
  return (
    <SignedInPage actor={actor} title="Keep your recovery codes" width="narrow">
      <h1 className="nhsuk-heading-l">Keep your recovery codes</h1>
      <p>
        If you lose your app, each of these codes signs you in once. Print this page or copy the
        codes to a safe place now. They are not shown again.
      </p>
      <RecoveryCodes codes={codes} />
      <form action={codesKeptAction}>
        <input type="hidden" name="return" value={typeof back === 'string' ? back : ''} />
        <Button>I have kept them</Button>
      </form>
    </SignedInPage>
  );
});
