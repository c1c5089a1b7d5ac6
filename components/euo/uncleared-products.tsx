import { Link } from '@/components/ui/link';
import { WarningCallout } from '@/components/ui/warning-callout';
import { onboardingQuery } from '@/lib/domain/onboarding-filter';
import { lowerFirst } from '@/lib/domain/text';
import { formatCapped } from '@/lib/format';
import { type Path, paths } from '@/lib/paths';

type UnclearedProductsProps = {
  uncleared: readonly { id: string; name: string; sentence: string; live: number }[];
  reader: 'supplier' | 'staff';
  /** The list that each number opens. */
  list: Path;
};

/** What is live in products that are not cleared for it; nothing where there is none. */
export function UnclearedProducts({ uncleared, reader, list }: UnclearedProductsProps) {
  if (uncleared.length === 0) return null;
  return (
    <WarningCallout heading="Live without being cleared">
      <ul>
        {uncleared.map(({ id, name, sentence, live }) => (
          <li key={id}>
            {name}: {lowerFirst(sentence)}.{' '}
            <Link href={`${list}${onboardingQuery({ state: 'live', product: id })}`}>
              {formatCapped(live)} end user {live === 1 ? 'organisation is' : 'organisations are'}{' '}
              live
            </Link>
          </li>
        ))}
      </ul>
      {reader === 'supplier' ? (
        <p>
          Suspend what is live there, or <Link href={paths.apply}>see your applications</Link>.
        </p>
      ) : null}
    </WarningCallout>
  );
}
