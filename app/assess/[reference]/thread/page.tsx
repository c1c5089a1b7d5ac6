import { openThread } from '@/app/open-thread';
import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { ThreadForm } from '@/components/thread/thread-form';
import { ProblemView } from '@/components/ui/problem-view';
import { keptWords, requireActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import { getCaseThread } from '@/lib/queries/assess/get-case-thread';
import { answerAction } from './actions';
import { ReadCaseThread } from './read-case-thread';
import { Said } from './said';

const TITLE = 'Messages with the supplier';

export default async function CaseThreadPage(props: PageProps<'/assess/[reference]/thread'>) {
  const actor = await requireActor('case:view');
  const { reference } = await props.params;
  const { before, sent } = await props.searchParams;
  const place =
    typeof before === 'string' && /^[1-9][0-9]{0,8}$/.test(before) ? Number(before) : undefined;
  const opened = await readPage(() =>
    openThread(actor, () => getCaseThread(actor, reference, place)),
  );
  const back = { href: paths.assessment(reference), label: 'Back to the application' } as const;
  const page = { actor, back, width: 'narrow' } as const;
  if (!opened)
    return (
      <SignedInPage {...page} title={TITLE}>
        <ProblemView />
      </SignedInPage>
    );
  const { view, justRead } = opened;
  const kept = await keptWords(actor, paths.caseThread(view.reference));
  const said = (
    <Said view={view} title={TITLE} sent={sent === '1'} isLatest={place === undefined} />
  );
  if (view.closed || !view.mayAnswer || place !== undefined)
    return (
      <SignedInPage {...page} justRead={justRead} title={TITLE}>
        {said}
        {place === undefined ? <ReadCaseThread view={view} kept={kept} /> : null}
      </SignedInPage>
    );
  return (
    <SignedInPage {...page} justRead={justRead}>
      <ThreadForm
        action={answerAction.bind(null, view.reference)}
        title={TITLE}
        seen={view.seen}
        questions={view.questions}
        about={view.lastAbout}
        kept={kept}
        label="Your message"
        hint="The supplier reads it as from the assessor, without your name."
      >
        {said}
      </ThreadForm>
    </SignedInPage>
  );
}
