import { VersionsTable, type VersionsTableProps } from '@/components/settings/versions-table';
import type { Column } from '@/components/ui/table';
import type { GuidanceChange } from '@/lib/domain/guidance-edit';
import { GuidanceChanges } from './guidance-changes';

type ShownVersion = {
  number: number;
  at: Date;
  publishedBy: string | null;
  reason: string;
  changes: readonly GuidanceChange[];
};

const COLUMNS: Column<ShownVersion>[] = [
  {
    header: 'What it changed',
    cell: ({ changes, number }) =>
      number === 1 ? 'Came with the service' : <GuidanceChanges changes={changes} />,
  },
];

/** Versions of the guidance: what each changed, who published it and why. */
export function GuidanceVersions(props: Omit<VersionsTableProps<ShownVersion>, 'columns'>) {
  return <VersionsTable {...props} columns={COLUMNS} />;
}
