import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { PlainDate } from '@/lib/domain/dates';
import { SETTINGS, type SettingName, settingWords } from '@/lib/domain/settings';
import { formatDate, formatDateTime } from '@/lib/format';

const STANDINGS = {
  in_force: { label: 'In force', colour: 'green' },
  ahead: { label: 'Not yet in force', colour: 'blue' },
  replaced: { label: 'Replaced', colour: 'grey' },
} as const;

export type ShownVersion = {
  id: string;
  value: number;
  inForceOn: PlainDate;
  reason: string;
  changedBy: string | null;
  at: Date;
  standing: keyof typeof STANDINGS;
};

const columns: Column<ShownVersion>[] = [
  {
    header: 'In force from',
    cell: (row) => (row.changedBy === null ? 'The start' : formatDate(row.inForceOn)),
  },
  {
    header: 'Today',
    cell: ({ standing }) => (
      <Tag colour={STANDINGS[standing].colour}>{STANDINGS[standing].label}</Tag>
    ),
  },
  {
    header: 'Changed by',
    cell: ({ changedBy, at }) =>
      changedBy === null ? 'Came with the service' : `${changedBy}, ${formatDateTime(at)}`,
  },
  { header: 'Reason', cell: (row) => <span dir="auto">{row.reason}</span> },
];

type SettingVersionsProps = { name: SettingName; versions: readonly ShownVersion[] };

/** What a setting was, is and will be, who changed it and why. */
export function SettingVersions({ name, versions }: SettingVersionsProps) {
  const value = { header: 'Value', cell: (row: ShownVersion) => settingWords(name, row.value) };
  return (
    <Table
      caption={`${SETTINGS[name].label}, with its history`}
      columns={[value, ...columns]}
      rows={versions}
      rowKey={(row) => row.id}
      empty={null}
    />
  );
}
