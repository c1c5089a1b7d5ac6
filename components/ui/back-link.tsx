import { BackLink as NhsBackLink } from 'nhsuk-react-components';
import type { ReactNode } from 'react';
import type { Href } from '@/lib/paths';
import { Link } from './link';

export function BackLink({ href, children }: { href: Href; children: ReactNode }) {
  return (
    <NhsBackLink asElement={Link} href={href}>
      {children}
    </NhsBackLink>
  );
}
