import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/table';
import { absenceWords } from '@/lib/domain/absence';
import type { PlainDate } from '@/lib/domain/dates';
import { ROLE_LABELS, type Role } from '@/lib/domain/permissions';
import { upperFirst } from '@/lib/domain/text';
import { formatDateTime, joinWords } from '@/lib/format';
import type { Href } from '@/lib/paths';
import { PersonState } from './person-state';

type Row = {
  id: string;
  name: string;
  email: string;
  roles: readonly Role[];
  active: boolean;
  resetAskedAt: Date | null;
  link: { usedAt: Date | null; expiresAt: Date } | null;
  linkMail: 'queued' | 'failed' | null;
  absentUntil?: PlainDate | null;
  /** Left out where the reader does not look at it; null for never. */
  lastSignInAt?: Date | null;
};

const LAST_SIGN_IN: Column<Row> = {
  header: 'Last sign-in',
  cell: ({ lastSignInAt }) => (lastSignInAt ? formatDateTime(lastSignInAt) : 'Never'),
};

type PeopleTableProps = {
  people: readonly Row[];
  caption: string;
  hrefOf: (id: string) => Href;
  empty: ReactNode;
  now: Date;
};

/** People with their roles and where their accounts stand; each name leads to the person. */
export function PeopleTable({ people, caption, hrefOf, empty, now }: PeopleTableProps) {
  const columns: Column<Row>[] = [
    { header: 'Name', cell: (row) => <Link href={hrefOf(row.id)}>{row.name}</Link> },
    { header: 'Email address', cell: (row) => <span className="wrap-anywhere">{row.email}</span> },
    {
      header: 'Roles',
      cell: (row) => joinWords(row.roles.map((role) => ROLE_LABELS[role].label)),
    },
    {
      header: 'Account',
      cell: (row) => (
        <>
          <PersonState {...row} now={now} />
          {row.absentUntil ? <> {upperFirst(absenceWords(row.absentUntil))}</> : null}
        </>
      ),
    },
    ...(people.some(({ lastSignInAt }) => lastSignInAt !== undefined) ? [LAST_SIGN_IN] : []),
  ];
  return (
    <Table
      caption={caption}
      hiddenCaption
      columns={columns}
      rows={people}
      rowKey={(row) => row.id}
      empty={empty}
    />
  );
}
