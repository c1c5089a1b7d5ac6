import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { AupVersionsTable } from '@/components/euo/aup-versions-table';
import { ButtonLink } from '@/components/ui/button-link';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { requireActor } from '@/lib/auth/session';
import { can } from '@/lib/domain/permissions';
import { paths } from '@/lib/paths';
import { listAupVersions } from '@/lib/queries/aup/list-aup-versions';

type Props = { searchParams: Promise<{ done?: string | string[] }> };

export default withProblemView(async ({ searchParams }: Props) => {
  const actor = await requireActor('onboarding:oversee');
  const { done } = await searchParams;
  const versions = await listAupVersions(actor);
  if (!versions) go(paths.notFound);
  return (
    <SignedInPage actor={actor} title="AUP versions">
      {done === '1' ? (
        <NotificationBanner kind="success" heading="The version is published" />
      ) : null}
      <h1 className="nhsuk-heading-l">AUP versions</h1>
      <p>
        Suppliers bring the acceptable use policy (AUP) to the attention of each end user
        organisation before it goes live, in the version in force on that day.
      </p>
      {can(actor, 'aup:publish') ? (
        <ButtonLink href={paths.aupNew}>Publish a version</ButtonLink>
      ) : null}
      <AupVersionsTable versions={versions} />
    </SignedInPage>
  );
});
