import { openThread } from '@/app/open-thread';
import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { ThreadForm } from '@/components/thread/thread-form';
import { ProblemView } from '@/components/ui/problem-view';
import { keptWords, requireActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import { getThread } from '@/lib/queries/apply/get-thread';
import { askAction } from './actions';
import { ReadThread } from './read-thread';
import { Said } from './said';

const TITLE = 'Ask the assessor';

export default async function ThreadPage(props: PageProps<'/apply/[reference]/thread'>) {
  const actor = await requireActor('application:view');
  const { reference } = await props.params;
  const { about, before, sent } = await props.searchParams;
  const place =
    typeof before === 'string' && /^[1-9][0-9]{0,8}$/.test(before) ? Number(before) : undefined;
  const opened = await readPage(() => openThread(actor, () => getThread(actor, reference, place)));
  const back = { href: paths.application(reference), label: 'Back to the application' } as const;
  const page = { actor, back, width: 'narrow' } as const;
  if (!opened)
    return (
      <SignedInPage {...page} title={TITLE}>
        <ProblemView />
      </SignedInPage>
    );
  const { view, justRead } = opened;
  const kept = await keptWords(actor, paths.thread(view.reference));
  const said = (
    <Said view={view} title={TITLE} sent={sent === '1'} isLatest={place === undefined} />
  );
  if (view.closed || !view.mayWrite || place !== undefined)
    return (
      <SignedInPage {...page} justRead={justRead} title={TITLE}>
        {said}
        {place === undefined ? <ReadThread view={view} kept={kept} /> : null}
      </SignedInPage>
    );
  return (
    <SignedInPage {...page} justRead={justRead}>
      <ThreadForm
        action={askAction.bind(null, view.reference)}
        title={TITLE}
        seen={view.seen}
        questions={view.questions}
        about={view.questions.find((id) => id === about) ?? view.lastAbout}
        kept={kept}
        label="Your message"
        hint="The assessor and your colleagues read it. Do not include personal information."
      >
        {said}
      </ThreadForm>
    </SignedInPage>
  );
}
