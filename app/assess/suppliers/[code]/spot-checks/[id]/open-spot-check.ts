import { go } from '@/app/go';
import { keptWords } from '@/lib/auth/session';
import type { PersonActor } from '@/lib/domain/permissions';
import { paths } from '@/lib/paths';
import { getSpotCheck, type SpotCheckView } from '@/lib/queries/spot-checks/get-spot-check';

/** The spot check that a page below its own is about, and what was typed there; none leads away. */
export async function openSpotCheck(
  actor: PersonActor,
  { code, id }: { code: string; id: string },
  part: 'ask-again' | 'cancel',
) {
  const view: SpotCheckView | null = await getSpotCheck(actor, code, id);
  if (!view) go(paths.notFound);
  const { record } = view.supplier;
  const kept = await keptWords(actor, paths.spotCheckPart(record, view.id, part));
  return { view, kept, record, page: paths.supplierSpotCheck(record, view.id) };
}
