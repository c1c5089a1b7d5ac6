import { Link } from '@/components/ui/link';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { Told } from '@/lib/domain/onboarding-telling';
import type { OnboardingView } from '@/lib/domain/onboarding-view';
import { paths } from '@/lib/paths';
import './euo.css';

type ToldListProps = {
  told: readonly Told<string>[];
  view: Pick<OnboardingView, 'odsCode' | 'id' | 'product'>;
  /** Whether the reader may go and mend it. */
  linked: boolean;
};

/** Reasons or flags as sentences, each with where it is mended. */
export function ToldList({ told, view, linked }: ToldListProps) {
  if (told.length === 0) return null;
  return (
    <ul className="nhsuk-list nhsuk-list--bullet app-euo__reasons">
      {told.map(({ id, words, next }) => (
        <li key={id}>
          {words}{' '}
          {next && linked ? (
            <Link className="app-euo__next" href={paths.euoPart(view.odsCode, view.id, next.part)}>
              {next.label}
              <VisuallyHidden> for {view.product}</VisuallyHidden>
            </Link>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
