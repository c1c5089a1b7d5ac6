import type { Route } from 'next';
import NextLink from 'next/link';
import type { ComponentProps } from 'react';
import type { Href } from '@/lib/paths';

type LinkProps = Omit<ComponentProps<'a'>, 'href'> & { href: Href };

/** A link that fetches nothing ahead: a list of 25 would otherwise run 25 page reads. */
export function Link({ href, ...rest }: LinkProps) {
  const inside = href.startsWith('/') || href.startsWith('?');
  if (!inside) return <a href={href} {...rest} />;
  // A cast, since lists of links carry addresses as data; lib/paths is where they are written.
  return <NextLink href={href as Route} prefetch={false} {...rest} />;
}
