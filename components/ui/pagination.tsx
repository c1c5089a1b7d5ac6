import { ArrowLeftIcon, ArrowRightIcon } from 'nhsuk-react-components';
import type { ReactNode } from 'react';
import type { Href } from '@/lib/paths';
import { Link } from './link';

type PaginationProps = {
  previous?: { href: Href; label?: string } | undefined;
  next?: { href: Href; label?: string } | undefined;
};

/** Ways to the pages before and after this one; lists by keyset have no page numbers. */
export function Pagination({ previous, next }: PaginationProps) {
  if (!previous && !next) return null;
  return (
    <nav className="nhsuk-pagination" aria-label="Pagination">
      <ul className="nhsuk-list nhsuk-pagination__list">
        {previous ? (
          <li className="nhsuk-pagination-item--previous">
            <Step href={previous.href} rel="prev" label={previous.label ?? 'Previous'}>
              <ArrowLeftIcon />
            </Step>
          </li>
        ) : null}
        {next ? (
          <li className="nhsuk-pagination-item--next">
            <Step href={next.href} rel="next" label={next.label ?? 'Next'}>
              <ArrowRightIcon />
            </Step>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}

type StepProps = { href: Href; rel: 'prev' | 'next'; label: string; children: ReactNode };

function Step({ href, rel, label, children }: StepProps) {
  return (
    <Link className={`nhsuk-pagination__link nhsuk-pagination__link--${rel}`} href={href} rel={rel}>
      <span className="nhsuk-pagination__title">
        {label}
        <span className="nhsuk-u-visually-hidden"> page</span>
      </span>
      {children}
    </Link>
  );
}
