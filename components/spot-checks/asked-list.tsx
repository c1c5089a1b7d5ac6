import { OnboardingStateTag } from '@/components/euo/verdict-tags';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/table';
import { filesThatCount } from '@/lib/domain/evidence-blockers';
import type { EvidenceFile } from '@/lib/domain/evidence-file';
import type { OnboardingState } from '@/lib/domain/onboarding';
import { sinceDrawn } from '@/lib/domain/spot-check';
import { upperFirst } from '@/lib/domain/text';
import { formatCount, joinWords } from '@/lib/format';
import { paths } from '@/lib/paths';
import { Found } from './found';

type Item = {
  id: string;
  odsCode: string;
  name: string;
  product: string;
  state: OnboardingState;
  stateThen: OnboardingState;
  note: string;
  files: readonly Pick<EvidenceFile, 'scan' | 'declared'>[];
  sent: readonly { note: string }[];
  found: { satisfactory: boolean; reason: string } | null;
  asked: boolean;
};
type AskedListProps = {
  check: { id: string; state: string; round: number; items: readonly Item[] };
};

type Had = Pick<Item, 'files' | 'note'>;

/** What the assessor has of one. */
const sentOf = ({ files, sent }: Item): Had => ({
  files: sent.length > 0 ? files.filter(({ declared }) => declared) : [],
  note: sent.find(({ note }) => note !== '')?.note ?? '',
});

const has = ({ files, note }: Had): string => {
  const counted = filesThatCount(files).length;
  const infected = files.filter(({ scan }) => scan === 'infected').length;
  const waiting = files.filter(({ scan }) => scan === 'waiting').length;
  const words = [
    ...(counted > 0 ? [formatCount(counted, 'file')] : []),
    ...(note ? ['a note'] : []),
    ...(waiting > 0 ? [`${formatCount(waiting, 'file')} being checked`] : []),
    ...(infected > 0 ? [`${formatCount(infected, 'file')} with a virus`] : []),
  ];
  return words.length > 0 ? upperFirst(joinWords(words)) : 'Nothing';
};

/** What an assessor asks to see, for its supplier: what is there of each, and what was found. */
export function AskedList({ check }: AskedListProps) {
  const columns: Column<Item>[] = [
    {
      header: 'Name',
      cell: (item) => (
        <>
          <Link href={paths.spotCheckItem(check.id, item.id)}>{item.name}</Link>
          <br />
          {item.odsCode}, {item.product}
        </>
      ),
    },
    {
      header: 'State',
      cell: (item) => (
        <>
          <OnboardingStateTag state={item.state} />
          {item.state === item.stateThen ? null : (
            <div>{sinceDrawn(item.stateThen, item.state)}</div>
          )}
        </>
      ),
    },
    {
      header: check.state === 'open' ? 'Added' : 'Sent',
      cell: (item) => has(check.state === 'open' && item.asked ? item : sentOf(item)),
    },
    ...(check.state === 'open' && check.round > 1
      ? [
          {
            header: 'Asked again',
            cell: ({ asked, found }: Item) =>
              asked ? (
                <>
                  <div>Yes</div>
                  {found ? <Found mark={found} /> : null}
                </>
              ) : (
                'No'
              ),
          },
        ]
      : []),
    ...(check.state === 'closed'
      ? [
          {
            header: 'Found',
            cell: ({ found }: Item) => (found ? <Found mark={found} /> : 'Not marked'),
          },
        ]
      : []),
  ];
  return (
    <Table
      caption="What was drawn"
      hiddenCaption
      columns={columns}
      rows={check.items}
      rowKey={({ id }) => id}
      empty={null}
    />
  );
}
