'use client';

import { Page } from '@/components/shell/page';
import { ProblemView } from '@/components/ui/problem-view';

/** The last resort with JavaScript: pages catch their own surprises and render a problem view. */
export default function ErrorPage() {
  return (
    <Page title="Problem with the service" width="narrow">
      <ProblemView back={{ href: '/', label: 'Go to the start page' }} />
    </Page>
  );
}
