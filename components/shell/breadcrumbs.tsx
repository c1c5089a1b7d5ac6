import { Link } from '@/components/ui/link';
import type { Crumb } from './types';

/** The way down to this page; on a phone only the step before it, as a back link. */
export function Breadcrumbs({ items }: { items: Crumb[] }) {
  const last = items.at(-1);
  return (
    <nav className="nhsuk-breadcrumb" aria-label="Breadcrumb">
      <ol className="nhsuk-breadcrumb__list">
        {items.map((item) => (
          <li key={item.href} className="nhsuk-breadcrumb__list-item">
            <Link className="nhsuk-breadcrumb__link" href={item.href}>
              {item.label}
            </Link>
          </li>
        ))}
      </ol>
      {last ? (
        <Link className="nhsuk-back-link" href={last.href}>
          <span className="nhsuk-u-visually-hidden">Back to </span>
          {last.label}
        </Link>
      ) : null}
    </nav>
  );
}
