import { OnboardingStateTag, VerdictTag } from '@/components/euo/verdict-tags';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/table';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { OnboardingState } from '@/lib/domain/onboarding';
import type { Verdict } from '@/lib/domain/onboarding-verdict';
import { sinceDrawn } from '@/lib/domain/spot-check';
import { upperFirst } from '@/lib/domain/text';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';
import { Found } from './found';

type Item = {
  id: string;
  odsCode: string;
  name: string;
  product: string;
  state: OnboardingState;
  stateThen: OnboardingState;
  verdict: Verdict;
  sent: readonly { note: string }[];
  files: readonly unknown[];
  asked: boolean;
  mark: { satisfactory: boolean; reason: string } | null;
  marked: boolean;
};
type SampleListProps = {
  view: {
    id: string;
    supplier: { record: string };
    state: string;
    round: number;
    mayMark: boolean;
    items: readonly Item[];
  };
};

/** What came, in a line. */
function came({ files, sent, asked }: Item, { state }: SampleListProps['view']): string {
  const words = [
    ...(files.length > 0 ? [formatCount(files.length, 'file')] : []),
    ...(sent.some(({ note }) => note !== '') ? ['a note'] : []),
  ];
  if (words.length > 0) return upperFirst(words.join(' and '));
  return state === 'open' && asked ? 'Not sent yet' : 'Nothing';
}

/** What was drawn, in the order of the draw, with what came and what was found. */
export function SampleList({ view }: SampleListProps) {
  const { id, supplier, mayMark } = view;
  const columns: Column<Item>[] = [
    {
      header: 'Name',
      cell: (item) => (
        <>
          <Link href={paths.spotCheckMark(supplier.record, id, item.id)}>{item.name}</Link>
          <br />
          {item.odsCode}, {item.product}
        </>
      ),
    },
    {
      header: 'Today',
      cell: (item) => (
        <>
          <OnboardingStateTag state={item.state} /> <VerdictTag verdict={item.verdict} />
          <Since item={item} />
        </>
      ),
    },
    {
      header: 'Sent',
      cell: (item) => (
        <>
          {came(item, view)}
          {view.state === 'open' && view.round > 1 && item.asked ? (
            <div>Asked for again</div>
          ) : null}
        </>
      ),
    },
    {
      header: 'Found',
      cell: ({ mark, marked, name }) => (
        <>
          {mark ? <Found mark={mark} /> : null}
          {marked ? null : (
            <div>
              {mayMark ? (mark ? 'To mark again' : 'To mark') : mark ? 'Before' : 'Not marked'}
              <VisuallyHidden> {name}</VisuallyHidden>
            </div>
          )}
        </>
      ),
    },
  ];
  return (
    <Table
      caption="The sample, in the order in which it was drawn"
      columns={columns}
      rows={view.items}
      rowKey={(item) => item.id}
      empty={null}
      dense
    />
  );
}

function Since({ item }: { item: Item }) {
  const words = sinceDrawn(item.stateThen, item.state);
  return words ? <div>{words}</div> : null;
}
