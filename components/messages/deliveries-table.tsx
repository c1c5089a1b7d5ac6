import { Button } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { type Column, Table } from '@/components/ui/table';
import { Tag, type TagColour } from '@/components/ui/tag';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { DELIVERY_LABELS, type DeliveryState } from '@/lib/domain/delivery';
import { formatCount, formatDateTime } from '@/lib/format';

const KINDS = {
  message: 'One message',
  digest: 'Several messages in one',
  invited: 'Invitation',
  'password-link': 'Password link',
};

type Delivery = {
  id: string;
  name: string;
  active: boolean;
  address: string | null;
  kind: keyof typeof KINDS;
  state: DeliveryState;
  attempts: number;
  lastAnswer: string | null;
  keptText: string | null;
  at: Date;
};

const COLOURS: Record<DeliveryState, TagColour> = {
  queued: 'blue',
  sent: 'green',
  kept: 'grey',
  failed: 'red',
  dropped: 'grey',
};

type DeliveriesTableProps = {
  deliveries: readonly Delivery[];
  caption: string;
  empty: string;
  /** Whether the words of what was not sent are shown, as the demo does. */
  withText: boolean;
  /** Has one tried again that failed. */
  retry?: (data: FormData) => Promise<void>;
};

/** Emails with what became of each, and what the mail server said last. */
export function DeliveriesTable(props: DeliveriesTableProps) {
  const { deliveries, caption, empty, withText, retry } = props;
  const again: Column<Delivery> = {
    header: 'Try again',
    hiddenHeader: true,
    cell: (delivery) => (retry ? <Again {...delivery} retry={retry} /> : null),
  };
  return (
    <Table
      caption={caption}
      rows={deliveries}
      rowKey={({ id }) => id}
      empty={<p>{empty}</p>}
      columns={[
        { header: 'For', cell: Reader },
        { header: 'Made', cell: ({ at }) => formatDateTime(at) },
        { header: 'Email', cell: (delivery) => <Words {...delivery} withText={withText} /> },
        { header: 'State', cell: State },
        ...(retry ? [again] : []),
      ]}
    />
  );
}

function Reader({ name, address }: Delivery) {
  return (
    <>
      {name}
      {address ? (
        // As a card on a phone an address may break anywhere, or the page would scroll sideways.
        <span className="block [overflow-wrap:anywhere] md:[overflow-wrap:break-word]">
          {address}
        </span>
      ) : null}
    </>
  );
}

function Words({ kind, keptText, withText, name, at }: Delivery & { withText: boolean }) {
  const what = KINDS[kind];
  if (!withText || keptText === null) return what;
  const summary = (
    <>
      {what}
      <VisuallyHidden>{` for ${name}, made ${formatDateTime(at)}`}</VisuallyHidden>
    </>
  );
  return (
    <Details summary={summary}>
      <span className="block whitespace-pre-wrap [overflow-wrap:anywhere]">{keptText}</span>
    </Details>
  );
}

function State({ state, attempts, lastAnswer }: Delivery) {
  return (
    <>
      <Tag colour={COLOURS[state]}>{DELIVERY_LABELS[state]}</Tag>
      {attempts > 1 ? <span className="block">{formatCount(attempts, 'attempt')}</span> : null}
      {lastAnswer && state !== 'sent' ? (
        <span className="block [overflow-wrap:anywhere]">{lastAnswer}</span>
      ) : null}
    </>
  );
}

type AgainProps = Delivery & Required<Pick<DeliveriesTableProps, 'retry'>>;

function Again({ id, name, active, at, kind, retry }: AgainProps) {
  if (!active) return 'This person has left';
  return (
    <form action={retry} className="whitespace-nowrap">
      <input type="hidden" name="delivery" value={id} />
      <Button variant="link">
        Try again
        <VisuallyHidden>
          {`: ${KINDS[kind]} for ${name}, made ${formatDateTime(at)}`}
        </VisuallyHidden>
      </Button>
    </form>
  );
}
