import type { ReactNode } from 'react';
import type { Href } from '@/lib/paths';
import { Link } from './link';

type ProblemViewProps = {
  heading?: string;
  children?: ReactNode;
  /** Where to go from here. */
  back?: { href: Href; label: string };
};

/** What a page shows when it could not do its work; it never blames the reader. */
export function ProblemView(props: ProblemViewProps) {
  const { heading = 'Sorry, there is a problem with the service', children, back } = props;
  return (
    <>
      <h1 className="nhsuk-heading-l">{heading}</h1>
      {children ?? <p>Try again in a few minutes. What you had saved is safe.</p>}
      {back ? (
        <p>
          <Link href={back.href}>{back.label}</Link>
        </p>
      ) : null}
    </>
  );
}
