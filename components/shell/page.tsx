import type { ReactNode } from 'react';
import { BackLink } from '@/components/ui/back-link';
import type { Href } from '@/lib/paths';
import { ActingFor } from './acting-for';
import { Breadcrumbs } from './breadcrumbs';
import { containerClass } from './container';
import { PageFooter } from './page-footer';
import { PageHeader } from './page-header';
import { pageTitle } from './service';
import { SessionTimeout } from './session-timeout';
import { SkipLink } from './skip-link';
import type { Account, Crumb, PageWidth } from './types';

type PageProps = {
  /** Leave out where a Form on the page gives the title, so that 'Error:' can stand in it. */
  title?: string;
  width?: PageWidth;
  account?: Account | undefined;
  back?: { href: Href; label?: string };
  breadcrumbs?: Crumb[];
  children: ReactNode;
};

/** The whole page around its content: header, skip link, main and footer. */
export function Page({ title, width = 'normal', account, back, breadcrumbs, children }: PageProps) {
  return (
    <>
      {title === undefined ? null : <title>{pageTitle(title)}</title>}
      <SkipLink />
      <PageHeader account={account} width={width} />
      <div className={containerClass(width)}>
        {breadcrumbs ? <Breadcrumbs items={breadcrumbs} /> : null}
        {back ? (
          <nav aria-label="Back">
            <BackLink href={back.href}>{back.label ?? 'Back'}</BackLink>
          </nav>
        ) : null}
        <main className="nhsuk-main-wrapper" id="maincontent" tabIndex={-1}>
          {account?.acting ? <ActingFor {...account.acting} /> : null}
          {width === 'narrow' ? <div className="app-measure">{children}</div> : children}
        </main>
      </div>
      <PageFooter width={width} />
      {account?.session ? <SessionTimeout {...account.session} signOut={account.signOut} /> : null}
    </>
  );
}
