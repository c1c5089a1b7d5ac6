import { Link } from '@/components/ui/link';
import type { Blocker } from '@/lib/domain/completeness';
import { paths } from '@/lib/paths';

type BlockerListProps = { reference: string; blockers: readonly Blocker[] };

/** What keeps a declaration from being submitted, each leading to where it is mended. */
export function BlockerItems({ reference, blockers }: BlockerListProps) {
  return blockers.map(({ questionId, message, at }) => {
    const path = at === 'files' ? paths.evidence : paths.question;
    return (
      <li key={`${questionId} ${message}`}>
        <Link href={path(reference, questionId)}>{message}</Link>
      </li>
    );
  });
}
