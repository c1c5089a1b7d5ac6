import { unstable_rethrow } from 'next/navigation';
import type { ReactNode } from 'react';
import { Page } from '@/components/shell/page';
import { ProblemView } from '@/components/ui/problem-view';

/**
 * A page that shows a whole page when something surprising happens, for example the database being
 * away: the framework's own error page is an empty body without JavaScript.
 */
export function withProblemView<P>(page: (props: P) => Promise<ReactNode>) {
  return async (props: P): Promise<ReactNode> => {
    try {
      return await page(props);
    } catch (error) {
      // Redirects are thrown too, and must pass.
      unstable_rethrow(error);
      const { name, message } = error as Error;
      process.stderr.write(`a page failed: ${name}: ${message}\n`);
      return (
        <Page title="Sorry, there is a problem with the service" width="narrow">
          <ProblemView />
        </Page>
      );
    }
  };
}
