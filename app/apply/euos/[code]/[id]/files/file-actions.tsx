import { Link } from '@/components/ui/link';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { EvidenceFile } from '@/lib/domain/evidence-file';
import type { OnboardingView } from '@/lib/domain/onboarding-view';
import { withFrom, withTold } from '@/lib/domain/spot-check-place';
import { paths } from '@/lib/paths';
import { removeEuoFileAction } from './actions';

type FileActionsProps = { view: OnboardingView; file: EvidenceFile; from: string };

/** What was given to the assessor stays on record; anything else can be dated and removed. */
export function FileActions({ view, file, from }: FileActionsProps) {
  if (file.declared) return <span className="app-files__size">Given to the assessor</span>;
  const here = withFrom(paths.euoPart(view.odsCode, view.id, 'files'), from);
  return (
    <div className="app-files__actions">
      <Link href={withTold(here, `dates=${file.id}`)}>
        {file.effectiveFrom || file.expiresOn ? 'Change dates' : 'Add dates'}
        <VisuallyHidden> of {file.name}</VisuallyHidden>
      </Link>
      <form action={removeEuoFileAction.bind(null, view.odsCode, view.id, file.id, from)}>
        <button className="app-link-button" type="submit">
          Remove<VisuallyHidden> {file.name}</VisuallyHidden>
        </button>
      </form>
    </div>
  );
}
