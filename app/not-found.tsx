import { Page } from '@/components/shell/page';
import { Link } from '@/components/ui/link';
import { paths } from '@/lib/paths';

export default function NotFound() {
  return (
    <Page title="Page not found" width="narrow">
      <h1 className="nhsuk-heading-l">Page not found</h1>
      <p>If you typed the web address, check it is correct.</p>
      <p>If you pasted the web address, check you copied all of it.</p>
      <p>
        If you expected to see an application here, make sure that you are signed in with the right
        account, or <Link href={paths.home}>go to the start page</Link>.
      </p>
    </Page>
  );
}
