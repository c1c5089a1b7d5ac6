import './charts.css';
import type { ReactNode } from 'react';
import { Details } from '@/components/ui/details';
import { Link } from '@/components/ui/link';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { ChartText } from './types';

type ChartFigureProps = ChartText & {
  /** Nothing to draw, nothing to count. */
  isEmpty: boolean;
  drawing: ReactNode;
  table: ReactNode;
};

/** A chart with what belongs to it: heading, sentence, drawing, the list behind it, its numbers. */
export function ChartFigure(props: ChartFigureProps) {
  const { id, heading, level = 2, sentence, href, linkText = 'Open the list' } = props;
  const { isEmpty, empty = 'There is nothing to show for this period.', drawing, table } = props;
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <figure className="app-chart" id={id} aria-labelledby={`${id}-heading`}>
      <Heading className={`nhsuk-heading-${level === 2 ? 'm' : 's'}`} id={`${id}-heading`}>
        {heading}
      </Heading>
      <p className="app-chart__sentence" id={`${id}-sentence`}>
        {sentence}
      </p>
      {isEmpty ? <p className="app-chart__none">{empty}</p> : drawing}
      {href ? (
        <p className="app-chart__link">
          <Link href={href}>
            {linkText}
            <VisuallyHidden>: {heading}</VisuallyHidden>
          </Link>
        </p>
      ) : null}
      {isEmpty ? null : (
        <Details
          summary={
            <>
              The numbers as a table<VisuallyHidden>: {heading}</VisuallyHidden>
            </>
          }
        >
          {table}
        </Details>
      )}
    </figure>
  );
}
