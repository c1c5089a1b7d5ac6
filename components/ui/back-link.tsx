import { BackLink as NhsBackLink } from 'nhsuk-react-components';
import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import type { Href } from '@/lib/paths';

export function BackLink({ href, children }: { href: Href; children: ReactNode }) {
  return (
    <NhsBackLink asElement={Link} href={href}>
      {children}
    </NhsBackLink>
  );
}
