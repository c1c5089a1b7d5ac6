import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { timelineItem } from '@/components/application/timeline-item';
import { Pagination } from '@/components/ui/pagination';
import { Timeline } from '@/components/ui/timeline';
import { requireActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import { getEuoHistory } from '@/lib/queries/onboardings/get-euo';

type Props = {
  params: Promise<{ code: string; id: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
};

export default withProblemView(async ({ params, searchParams }: Props) => {
  const actor = await requireActor('onboarding:view');
  const { code, id } = await params;
  const { before } = await searchParams;
  const place =
    typeof before === 'string' && /^[1-9][0-9]{0,8}$/.test(before) ? Number(before) : undefined;
  const found = await getEuoHistory(actor, { code, id }, place);
  if (!found) go(paths.notFound);
  const { odsCode, name, entries, next } = found;
  const here = paths.euoPart(odsCode, id, 'history');
  if (code !== odsCode) go(here);
  return (
    <SignedInPage
      actor={actor}
      title={`History of ${name}`}
      width="narrow"
      back={{ href: paths.euo(odsCode), label: name }}
    >
      <h1 className="nhsuk-heading-l [overflow-wrap:anywhere]">
        <span className="nhsuk-caption-l">
          {name} ({odsCode})
        </span>{' '}
        History
      </h1>
      <p>Everything that happened to it here, the latest first.</p>
      <Timeline items={entries.map(timelineItem)} />
      <Pagination
        previous={place === undefined ? undefined : { href: here, label: 'Latest' }}
        next={next === null ? undefined : { href: `?before=${next}`, label: 'Earlier' }}
      />
    </SignedInPage>
  );
});
