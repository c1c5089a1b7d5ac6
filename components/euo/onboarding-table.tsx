'use client';

import type { ReactNode } from 'react';
import { ROLES } from '@/components/queue/roles';
import { RowsTable } from '@/components/queue/rows-table';
import type { PlainDate } from '@/lib/domain/dates';
import type { OnboardingState } from '@/lib/domain/onboarding';
import type { Finding } from '@/lib/domain/onboarding-filter';
import {
  VERDICT_FLAGS,
  VERDICT_REASONS,
  type Verdict,
  type VerdictFlag,
  type VerdictReason,
} from '@/lib/domain/onboarding-verdict';
import { formatDate } from '@/lib/format';
import { OnboardingStateTag, VerdictTag } from './verdict-tags';

const HEADERS = ['Organisation', 'Product', 'State', 'Verdict', 'Go-live', 'Lead'];

type Row = {
  id: string;
  odsCode: string;
  name: string;
  product: string;
  state: OnboardingState;
  goLiveOn: PlainDate | null;
  leadOdsCode: string | null;
  verdict: Verdict;
  reasons: readonly VerdictReason[];
  flags: readonly VerdictFlag[];
  overridden: boolean;
  uncleared: boolean;
};
type OnboardingTableProps = {
  caption: string;
  rows: readonly Row[];
  /** The address of an organisation's page without its code. */
  base: `/${string}`;
  /** The remark that the list is narrowed to: only then it is said on each row, where it is a common one. */
  finding: Finding | null;
  /** Said instead of an empty table: what to do now. */
  empty: ReactNode;
};

/** End user organisations as people look through them: dense rows, each a card on a phone. */
export function OnboardingTable(props: OnboardingTableProps) {
  const { caption, rows, base, finding, empty } = props;
  return (
    <RowsTable
      caption={caption}
      headers={HEADERS}
      rows={rows}
      rowKey={({ id }) => id}
      cells={(row) => <Cells row={row} base={base} finding={finding} />}
      empty={empty}
    />
  );
}

type CellsProps = { row: Row } & Pick<OnboardingTableProps, 'base' | 'finding'>;

function Cells({ row, base, finding }: CellsProps) {
  const { odsCode, name, product, state, verdict, goLiveOn, leadOdsCode } = row;
  return (
    <>
      <th {...ROLES.rowHeader} scope="row">
        <a href={`${base}/${odsCode}`}>{name}</a>
        <br />
        {odsCode}
      </th>
      <td {...ROLES.cell} data-label="Product">
        {product}
      </td>
      <td {...ROLES.cell} data-label="State">
        <div>
          <OnboardingStateTag state={state} />
        </div>
      </td>
      <td {...ROLES.cell} data-label="Verdict">
        <div>
          <VerdictTag verdict={verdict} />
          <Findings row={row} finding={finding} />
        </div>
      </td>
      <td {...ROLES.cell} data-label="Go-live">
        {goLiveOn ? formatDate(goLiveOn) : 'No date'}
      </td>
      <td {...ROLES.cell} data-label="Lead">
        {leadOdsCode ?? 'None'}
      </td>
    </>
  );
}

/**
 * Every reason, then more quietly what is worth a look. A newer AUP version concerns most of a ledger
 * for a time, so that it is said once above the list.
 */
function Findings({ row, finding }: Omit<CellsProps, 'base'>) {
  const { reasons, flags, overridden, uncleared } = row;
  const remarks = [
    ...(uncleared ? ['Product not cleared for live'] : []),
    ...(overridden ? ['Went live by an override'] : []),
    ...flags
      .filter((flag) => flag !== 'aup_outdated' || finding === flag)
      .map((flag) => VERDICT_FLAGS[flag]),
  ];
  return (
    <>
      {reasons.length > 0 ? (
        <ul className="app-findings">
          {reasons.map((reason) => (
            <li key={reason}>{VERDICT_REASONS[reason]}</li>
          ))}
        </ul>
      ) : null}
      {remarks.length > 0 ? <p className="app-remarks">{remarks.join('; ')}</p> : null}
    </>
  );
}
