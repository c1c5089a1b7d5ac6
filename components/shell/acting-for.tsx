import { InsetText } from '@/components/ui/inset-text';
import { Link } from '@/components/ui/link';
import { paths } from '@/lib/paths';

/** On every page of somebody who acts for an organisation that became part of their own. */
export function ActingFor({ actingFor, name }: { actingFor: string; name: string }) {
  return (
    <InsetText>
      <p>
        You act for <strong>{actingFor}</strong>, which is now part of {name}.{' '}
        <Link href={paths.actingFor}>Change organisation</Link>
      </p>
    </InsetText>
  );
}
