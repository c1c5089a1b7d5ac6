'use client';

import { Page } from '@/components/shell/page';
import { ProblemView } from '@/components/ui/problem-view';
import './nhsuk.scss';
import './globals.css';

/** Stands in for the root layout when that itself fails. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <Page title="Problem with the service" width="narrow">
          <ProblemView />
        </Page>
      </body>
    </html>
  );
}
