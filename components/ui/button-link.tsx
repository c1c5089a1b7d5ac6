import type { ReactNode } from 'react';
import type { Href } from '@/lib/paths';
import { type ButtonVariant, buttonClass } from './button-class';
import { Link } from './link';

type ButtonLinkProps = {
  href: Href;
  variant?: ButtonVariant;
  small?: boolean;
  children: ReactNode;
};

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ href, variant, small, children }: ButtonLinkProps) {
  return (
    <Link className={buttonClass(variant, small)} href={href} draggable={false}>
      {children}
    </Link>
  );
}
