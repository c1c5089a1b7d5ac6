import { Link } from '@/components/ui/link';
import type { PlainDate } from '@/lib/domain/dates';
import { formatDate } from '@/lib/format';
import type { Href } from '@/lib/paths';

type Party = { id: string; name: string; odsCode: string | null };
export type ShownSuccession = {
  id: string;
  predecessor: Party;
  successor: Party;
  effectiveOn: PlainDate;
  endedAt: Date | null;
};
type SuccessionLinesProps = {
  /** Whose page it is. */
  of: string;
  successions: readonly ShownSuccession[];
  hrefOf: (party: Party) => Href;
};

const named = ({ name, odsCode }: Party) => (odsCode ? `${name} (${odsCode})` : name);

/** What an organisation is part of now, and what is part of it, with links; nothing where there is neither. */
export function SuccessionLines({ of, successions, hrefOf }: SuccessionLinesProps) {
  const standing = successions.filter(({ endedAt }) => endedAt === null);
  return standing.map(({ id, predecessor, successor, effectiveOn }) => {
    const isPredecessor = predecessor.id === of;
    const other = isPredecessor ? successor : predecessor;
    const since = formatDate(effectiveOn);
    return (
      <p key={id}>
        {isPredecessor ? 'Now part of ' : 'Since then part of this organisation: '}
        <Link href={hrefOf(other)}>{named(other)}</Link>
        {isPredecessor
          ? `, since ${since}. Its record and its history stay here.`
          : `, since ${since}. Its record and its history stay on its own page.`}
      </p>
    );
  });
}
