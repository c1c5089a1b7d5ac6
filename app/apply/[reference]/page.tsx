import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { Clearance } from '@/components/application/clearance';
import { DaysSoFar } from '@/components/application/days-so-far';
import { ForecastLine } from '@/components/application/forecast-line';
import { QuestionTasks } from '@/components/application/question-tasks';
import { SectionHelp } from '@/components/application/question-words';
import { RequestSummary } from '@/components/application/request-summary';
import { StatusTag } from '@/components/application/status-tag';
import { InsetText } from '@/components/ui/inset-text';
import { Link } from '@/components/ui/link';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { ProblemView } from '@/components/ui/problem-view';
import { requireActor } from '@/lib/auth/session';
import { isEditable } from '@/lib/domain/open-questions';
import { findQuestion, SECTION } from '@/lib/domain/questions/catalogue';
import { formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';
import { getApplication, type TaskView } from '@/lib/queries/apply/get-application';
import { ApplicationLinks } from './application-links';
import { CheckAndSubmit } from './check-and-submit';

export default async function ApplicationPage(props: PageProps<'/apply/[reference]'>) {
  const actor = await requireActor('application:view');
  const { reference } = await props.params;
  const { saved, told } = await props.searchParams;
  const view = await readPage(() => getApplication(actor, reference));
  const page = { actor, back: { href: paths.apply, label: 'Your applications' } } as const;
  if (!view)
    return (
      <SignedInPage {...page} title="Your application">
        <ProblemView />
      </SignedInPage>
    );
  const { product, status, step, request } = view;
  const editable = isEditable(status);
  const justSaved = typeof saved === 'string' ? findQuestion(saved) : null;
  return (
    <SignedInPage {...page} title={product}>
      {justSaved ? (
        <NotificationBanner kind="success" heading={`Saved: ${justSaved.short}`}>
          <p>You can come back to it at any time.</p>
        </NotificationBanner>
      ) : null}
      {told === 'more-time' && request?.extensionAsked ? (
        <NotificationBanner kind="success" heading="You asked for more time">
          <p>The due date stays as it is until the assessor changes it.</p>
        </NotificationBanner>
      ) : null}
      <div className="app-measure">
        <Clearance clearance={view.clearance} />
        <h1 className="nhsuk-heading-l app-heading-tight">
          <span className="nhsuk-caption-l">{SECTION.title}</span>
          {product}
        </h1>
        <p className="app-card__facts">
          <StatusTag status={status} /> <span className="app-reference">{view.reference}</span>
        </p>
        <p className="nhsuk-lede-text">{step.sentence}</p>
        <ForecastLine forecast={view.forecast} />
        <DaysSoFar days={view.days} forSupplier />
        {view.thread.unreadSince ? (
          <InsetText>
            <p>
              The assessor wrote to you on {formatDate(view.thread.unreadSince)}.{' '}
              <Link href={paths.thread(view.reference)}>Read the message</Link>
            </p>
          </InsetText>
        ) : null}
        {view.cancelledAt ? (
          <InsetText>
            <p>
              The assessor cancelled the information request on {formatDate(view.cancelledAt)}. You
              do not need to answer it.
            </p>
          </InsetText>
        ) : null}
        {request ? (
          <RequestSummary
            reference={view.reference}
            request={request}
            mayAsk={view.thread.takesWords}
          />
        ) : null}
        {editable ? (
          <>
            <SectionHelp warning={false} />
            <p>
              <strong>
                {request
                  ? answeredOf(view.tasks)
                  : `${view.completed} of ${view.applicable} complete`}
              </strong>
            </p>
            <QuestionTasks reference={view.reference} tasks={view.tasks} />
            <CheckAndSubmit view={view} />
          </>
        ) : null}
        <ApplicationLinks view={view} />
      </div>
    </SignedInPage>
  );
}

/** Of what the assessor asked about: how much says something else than before. */
function answeredOf(tasks: readonly TaskView[]): string {
  const flagged = tasks.filter((task) => task.flagged);
  const changed = flagged.filter((task) => task.changed && task.state === 'completed');
  return `${changed.length} of ${flagged.length} answered again`;
}
