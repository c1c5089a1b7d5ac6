import './queue.css';
import { Link } from '@/components/ui/link';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { COUNT_CAP } from '@/lib/domain/queue';
import { formatCapped } from '@/lib/format';
import type { Href } from '@/lib/paths';

export type Figure = {
  id: string;
  label: string;
  count: number;
  /** The list behind the number. */
  href: Href;
  /** True where anything but zero is a trouble. */
  trouble?: boolean;
};

function classOf({ count, trouble }: Figure): string {
  if (count === 0) return 'app-figures__link app-figures__link--none';
  return trouble ? 'app-figures__link app-figures__link--trouble' : 'app-figures__link';
}

const spoken = ({ label, count }: Figure, what: string): string =>
  `${label}, ${formatCapped(count, COUNT_CAP)} ${count === 1 ? what : `${what}s`}`;

type FiguresProps = {
  label: string;
  figures: readonly Figure[];
  /** Whether they are what the page is about. */
  lead?: boolean;
  /** What is counted, one of it. */
  what?: string;
};

/** Numbers, each a link to the list behind it, read as 'Late, 3 applications'. */
export function Figures({ label, figures, lead = false, what = 'application' }: FiguresProps) {
  return (
    <ul className={lead ? 'app-figures app-figures--lead' : 'app-figures'} aria-label={label}>
      {figures.map((figure) => (
        <li key={figure.id}>
          <Link className={classOf(figure)} href={figure.href}>
            <VisuallyHidden>{spoken(figure, what)}</VisuallyHidden>
            <span className="app-figures__number" aria-hidden="true">
              {formatCapped(figure.count, COUNT_CAP)}
            </span>
            <span aria-hidden="true">{figure.label}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
