import type { Href } from '@/lib/paths';
import { Link } from './link';

export type LinkTab = { href: Href; label: string; count?: number | string; current?: boolean };

/** Views of one list, each with its own address, so that they work without a script. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  return (
    <nav className="app-tabs" aria-label={label}>
      <ul className="app-tabs__list">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              className="app-tabs__link"
              href={tab.href}
              aria-current={tab.current ? 'page' : undefined}
            >
              {tab.label}
              {tab.count === undefined ? null : (
                <span className="app-tabs__count">
                  {' '}
                  <span aria-hidden="true">({tab.count})</span>
                  <span className="nhsuk-u-visually-hidden">, {tab.count} in the list</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
