import type { ReactNode } from 'react';
import type { Href } from '@/lib/paths';
import { Link } from './link';
import { VisuallyHidden } from './visually-hidden';

export type SummaryRow = {
  label: string;
  value: ReactNode;
  /** `what` completes the link for those who hear it alone: 'Change' + 'ODS code'. */
  action?: { href: Href; text: string; what: string };
};

type SummaryListProps = { rows: readonly SummaryRow[]; border?: boolean };

/**
 * The design system's own markup: the library's row takes one with a link for one without, and keeps a
 * fifth of the width free for it.
 */
export function SummaryList({ rows, border = true }: SummaryListProps) {
  const list = `nhsuk-summary-list${border ? '' : ' nhsuk-summary-list--no-border'}`;
  const anyAction = rows.some((row) => row.action);
  const without = 'nhsuk-summary-list__row nhsuk-summary-list__row--no-actions';
  return (
    <dl className={list}>
      {rows.map(({ label, value, action }) => (
        <div key={label} className={anyAction && !action ? without : 'nhsuk-summary-list__row'}>
          <dt className="nhsuk-summary-list__key">{label}</dt>
          <dd className="nhsuk-summary-list__value">{value}</dd>
          {action ? (
            <dd className="nhsuk-summary-list__actions">
              <Link href={action.href}>
                {action.text}
                <VisuallyHidden>{` ${action.what}`}</VisuallyHidden>
              </Link>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}
