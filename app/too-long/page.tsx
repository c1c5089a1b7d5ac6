import { Page } from '@/components/shell/page';
import { Link } from '@/components/ui/link';
import { paths } from '@/lib/paths';

/** What proxy.ts answers a post with that is longer than any form of ours. */
export default function TooLongPage() {
  return (
    <Page title="What you sent is too long" width="narrow">
      <h1 className="nhsuk-heading-l">What you sent is too long</h1>
      <p>It was not saved. What you had saved before is safe.</p>
      <p>
        Use the Back button of your browser: what you typed should still be there. Make it shorter,
        then send it again.
      </p>
      <p>
        If it is gone, <Link href={paths.home}>go to the start page</Link> and open your application
        again.
      </p>
    </Page>
  );
}
