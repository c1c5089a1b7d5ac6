import './dashboards.css';
import '@/components/queue/queue.css';
import { Link } from '@/components/ui/link';
import type { Known } from '@/lib/domain/charts/scale';
import { sayValue, shortValue, type Unit } from '@/lib/domain/charts/words';
import type { Href } from '@/lib/paths';

export type BigFigure = {
  id: string;
  /** What the number is: 'Late', 'Median to first response'. */
  label: string;
  /** Null where nothing is known. */
  value: Known;
  unit: Unit;
  /** What it means, or how it changed, in a sentence. */
  sentence?: string;
  /** The list behind the number. */
  href?: Href;
  /** True where anything but zero is a trouble. */
  trouble?: boolean;
};

function classOf({ value, trouble }: BigFigure): string {
  const kind = value === 0 || value === null ? '--none' : trouble ? '--trouble' : '';
  return `app-figures__link${kind ? ` app-figures__link${kind}` : ''}`;
}

/** The few numbers that a page is about, each a link to the list behind it where there is one. */
export function BigFigures({ label, figures }: { label: string; figures: readonly BigFigure[] }) {
  return (
    <ul className="app-figures app-figures--lead" aria-label={label}>
      {figures.map((figure) => (
        <li key={figure.id}>
          <div className={classOf(figure)}>
            {figure.href ? (
              <Link href={figure.href}>
                <Name {...figure} />
              </Link>
            ) : (
              <Name {...figure} />
            )}
            {figure.sentence ? <p className="app-big-figure__sentence">{figure.sentence}</p> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Read as 'Late, 3 applications', seen as a number above its name. */
function Name({ label, value, unit }: BigFigure) {
  return (
    <>
      <span className="nhsuk-u-visually-hidden">{`${label}, ${sayValue(value, unit)}`}</span>
      <span className="app-figures__number" aria-hidden="true">
        {value === null ? '–' : shortValue(value, unit)}
      </span>
      <span aria-hidden="true">{label}</span>
    </>
  );
}
