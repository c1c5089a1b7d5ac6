import {
  SummaryList as NhsSummaryList,
  SummaryListAction,
  SummaryListKey,
  SummaryListRow,
  SummaryListValue,
} from 'nhsuk-react-components';
import type { ReactNode } from 'react';
import type { Href } from '@/lib/paths';
import { Link } from './link';

export type SummaryRow = {
  label: string;
  value: ReactNode;
  /** `what` completes the link for those who hear it alone: 'Change' + 'ODS code'. */
  action?: { href: Href; text: string; what: string };
};

type SummaryListProps = { rows: readonly SummaryRow[]; border?: boolean };

export function SummaryList({ rows, border = true }: SummaryListProps) {
  const anyAction = rows.some((row) => row.action);
  return (
    <NhsSummaryList noBorder={!border}>
      {rows.map((row) => (
        <SummaryListRow
          key={row.label}
          className={anyAction && !row.action ? 'nhsuk-summary-list__row--no-actions' : undefined}
        >
          <SummaryListKey>{row.label}</SummaryListKey>
          <SummaryListValue>{row.value}</SummaryListValue>
          {row.action ? (
            <dd className="nhsuk-summary-list__actions">
              <SummaryListAction
                asElement={Link}
                href={row.action.href}
                visuallyHiddenText={row.action.what}
              >
                {row.action.text}
              </SummaryListAction>
            </dd>
          ) : null}
        </SummaryListRow>
      ))}
    </NhsSummaryList>
  );
}
