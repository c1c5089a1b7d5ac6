import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { JudgingReport } from '@/components/registers/judging-report';
import { requireActor } from '@/lib/auth/session';
import { judgingTitle } from '@/lib/domain/judging';
import { formatDate, formatDateTime } from '@/lib/format';
import { paths } from '@/lib/paths';
import { getJudgingRun } from '@/lib/queries/registers/get-judging-run';

type Props = { params: Promise<{ id: string }> };

export default withProblemView(async ({ params }: Props) => {
  const actor = await requireActor('register:view');
  const { id } = await params;
  const run = await getJudgingRun(actor, id);
  if (!run) go(paths.notFound);
  const { reason, askedAt } = run;
  const day = reason.cause === 'clock' ? `: ${formatDate(askedAt)}` : '';
  const title = `${judgingTitle(reason)}${day}`;
  return (
    <SignedInPage
      actor={actor}
      title={title}
      back={{ href: paths.judgingRuns, label: 'What was judged again' }}
    >
      <h1 className="nhsuk-heading-l">{title}</h1>
      <p>
        It had every approval in force and every end user organisation judged again. Asked for on{' '}
        {formatDateTime(askedAt)}.
      </p>
      <JudgingReport path={paths.judgingRun(id)} report={run} />
    </SignedInPage>
  );
});
