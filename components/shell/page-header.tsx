import { HeaderLogo, UserIcon } from 'nhsuk-react-components';
import { Link } from '@/components/ui/link';
import { paths } from '@/lib/paths';
import { containerClass } from './container';

import { SERVICE_NAME } from './service';
import type { Account, NavigationLink, PageWidth } from './types';

type PageHeaderProps = { account?: Account | undefined; width: PageWidth };

/** The NHS header. Its menu wraps instead of hiding, so it needs no script. */
export function PageHeader({ account, width }: PageHeaderProps) {
  const container = containerClass(width);
  return (
    <header className="nhsuk-header app-header">
      <div className={`nhsuk-header__container ${container}`}>
        <div className="nhsuk-header__service">
          <Link
            className="nhsuk-header__service-logo"
            href={paths.home}
            aria-label={`NHS ${SERVICE_NAME} homepage`}
          >
            <HeaderLogo />
            <span className="nhsuk-header__service-name">{SERVICE_NAME}</span>
          </Link>
        </div>
        {account ? <AccountItems account={account} /> : null}
      </div>
      {account && account.links.length > 0 ? (
        <nav className="nhsuk-header__navigation" aria-label="Menu">
          <div className={`nhsuk-header__navigation-container ${container}`}>
            <ul className="nhsuk-header__navigation-list">
              {account.links.map((link) => (
                <MenuItem key={link.href} link={link} />
              ))}
            </ul>
          </div>
        </nav>
      ) : null}
    </header>
  );
}

function MenuItem({ link }: { link: NavigationLink }) {
  const current = link.current ? ' nhsuk-header__navigation-item--current' : '';
  return (
    <li className={`nhsuk-header__navigation-item${current}`}>
      <Link
        className="nhsuk-header__navigation-link"
        href={link.href}
        aria-current={link.current ? 'page' : undefined}
      >
        {link.current ? (
          <strong className="nhsuk-header__navigation-item-current-fallback">{link.label}</strong>
        ) : (
          link.label
        )}
      </Link>
    </li>
  );
}

function AccountItems({ account }: { account: Account }) {
  return (
    <nav className="nhsuk-header__account" aria-label="Account">
      <ul className="nhsuk-header__account-list">
        <li className="nhsuk-header__account-item">
          <Link className="nhsuk-header__account-link" href={paths.account}>
            <UserIcon />
            {account.name}
          </Link>
        </li>
        {account.signOut ? (
          <li className="nhsuk-header__account-item">
            <form className="nhsuk-header__account-form" action={account.signOut}>
              <button className="nhsuk-header__account-button" type="submit">
                Sign out
              </button>
            </form>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
