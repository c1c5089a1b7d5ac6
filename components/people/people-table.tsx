import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/table';
import { ROLE_LABELS, type Role } from '@/lib/domain/permissions';
import { joinWords } from '@/lib/format';
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
    { header: 'Account', cell: (row) => <PersonState {...row} now={now} /> },
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
