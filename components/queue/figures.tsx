import './queue.css';
import { Link } from '@/components/ui/link';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { COUNT_CAP } from '@/lib/domain/queue';
import { formatCapped, formatNumber } from '@/lib/format';
import type { Href } from '@/lib/paths';

export type Figure = {
  id: string;
  label: string;
  count: number;
  /** The list behind the number. */
  href: Href;
  /** True where anything but zero is a trouble. */
  trouble?: boolean;
  /** What is counted, one of it, where it is not what the others count. */
  what?: string;
};

function classOf({ count, trouble }: Figure): string {
  if (count === 0) return 'app-figures__link app-figures__link--none';
  return trouble ? 'app-figures__link app-figures__link--trouble' : 'app-figures__link';
}

const spoken = ({ label, count, what }: Figure & { what: string }, number: string): string =>
  `${label}, ${number} ${count === 1 ? what : `${what}s`}`;

type FiguresProps = {
  label: string;
  figures: readonly Figure[];
  /** Whether they are what the page is about. */
  lead?: boolean;
  /** What is counted, one of it. */
  what?: string;
  /** Whether the numbers are whole ones rather than counted up to a cap. */
  exact?: boolean;
};

/** Numbers, each a link to the list behind it, read as 'Late, 3 applications'. */
export function Figures(props: FiguresProps) {
  const { label, figures, lead = false, what = 'application', exact = false } = props;
  const words = (count: number) => (exact ? formatNumber(count) : formatCapped(count, COUNT_CAP));
  return (
    <ul className={lead ? 'app-figures app-figures--lead' : 'app-figures'} aria-label={label}>
      {figures.map((figure) => (
        <li key={figure.id}>
          <Link className={classOf(figure)} href={figure.href}>
            <VisuallyHidden>{spoken({ what, ...figure }, words(figure.count))}</VisuallyHidden>
            <span className="app-figures__number" aria-hidden="true">
              {words(figure.count)}
            </span>
            <span aria-hidden="true">{figure.label}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
