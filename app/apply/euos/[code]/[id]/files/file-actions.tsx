import { Link } from '@/components/ui/link';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { EvidenceFile } from '@/lib/domain/evidence-file';
import type { OnboardingView } from '@/lib/domain/onboarding-view';
import { paths } from '@/lib/paths';
import { removeEuoFileAction } from './actions';

type FileActionsProps = { view: OnboardingView; file: EvidenceFile };

/** What was given to the assessor stays on record; anything else can be dated and removed. */
export function FileActions({ view, file }: FileActionsProps) {
  if (file.declared) return <span className="app-files__size">Given to the assessor</span>;
  const here = paths.euoPart(view.odsCode, view.id, 'files');
  return (
    <div className="app-files__actions">
      <Link href={`${here}?dates=${file.id}`}>
        {file.effectiveFrom || file.expiresOn ? 'Change dates' : 'Add dates'}
        <VisuallyHidden> of {file.name}</VisuallyHidden>
      </Link>
      <form action={removeEuoFileAction.bind(null, view.odsCode, view.id, file.id)}>
        <button className="app-link-button" type="submit">
          Remove<VisuallyHidden> {file.name}</VisuallyHidden>
        </button>
      </form>
    </div>
  );
}
