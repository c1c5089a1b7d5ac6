import type { ReactNode } from 'react';
import { Clearance } from '@/components/application/clearance';
import { UpholdForm } from '@/components/review/uphold-form';
import { Link } from '@/components/ui/link';
import { OUTCOME_LABELS } from '@/lib/domain/decision';
import { lastAnswerDay } from '@/lib/domain/request';
import { formatCount, formatDate, formatDateTime } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { CaseView } from '@/lib/queries/assess/get-case';

const Notice = ({ children }: { children: ReactNode }) => (
  <div className="app-case-notice">{children}</div>
);

function RequestNotice({ view }: { view: CaseView }) {
  const { openRequest: request, reference, isAssignee, calendar } = view;
  if (!request) return null;
  return (
    <Notice>
      <p>
        More information on {formatCount(request.questionIds.length, 'question')} was asked for on{' '}
        {formatDate(request.sentAt)}, due {formatDate(request.dueOn)}. Without an answer the request
        closes after {formatDate(lastAnswerDay(calendar, request.dueOn))}.
      </p>
      {request.extensionAskedAt ? (
        <p dir="auto">
          <strong>The supplier asked for more time</strong> on{' '}
          {formatDate(request.extensionAskedAt)}: {request.extensionReason}{' '}
          {isAssignee ? <Link href={paths.caseRequest(reference)}>Answer this</Link> : null}
        </p>
      ) : null}
    </Notice>
  );
}

function ThreadNotice({ view: { reference, thread } }: { view: CaseView }) {
  if (!thread.waitingSince) return null;
  return (
    <Notice>
      <p>
        <strong>The supplier asked a question</strong> on {formatDate(thread.waitingSince)}.{' '}
        <Link href={paths.caseThread(reference)}>
          {thread.mayAnswer ? 'Read and answer it' : 'Read it'}
        </Link>
      </p>
    </Notice>
  );
}

function DecisionNotice({ view }: { view: CaseView }) {
  const { decision, clearance, recommendation, sentBack, requestExpired } = view;
  return (
    <>
      {recommendation ? (
        <Notice>
          <p>
            <strong>{OUTCOME_LABELS[recommendation.outcome]} recommended</strong> by{' '}
            {recommendation.by}, {formatDateTime(recommendation.at)}.
          </p>
        </Notice>
      ) : null}
      {sentBack ? (
        <Notice>
          <p dir="auto">
            <strong>The recommendation was sent back:</strong> {sentBack.note}
          </p>
        </Notice>
      ) : null}
      {requestExpired ? (
        <Notice>
          <p>
            The supplier did not answer the information request in time, so what is still
            insufficient can be rejected.
          </p>
        </Notice>
      ) : null}
      {decision ? (
        <Notice>
          <p>
            <strong>{OUTCOME_LABELS[decision.outcome]}</strong>, confirmed by {decision.confirmedBy}
            , {formatDateTime(decision.decidedAt)}.
          </p>
          {clearance ? <Clearance clearance={clearance} /> : null}
          {decision.reasons === '' ? null : <p dir="auto">{decision.reasons}</p>}
          {view.mayUphold ? <UpholdForm reference={view.reference} version={view.version} /> : null}
        </Notice>
      ) : null}
    </>
  );
}

/** Why somebody reads without forms, and what they may do. */
function ReaderNotice({ view }: { view: CaseView }) {
  const { hasConflict, mayReview, assignee, next, status } = view;
  if (hasConflict)
    return (
      <Notice>You declared a conflict of interest, so you cannot review this application.</Notice>
    );
  if (mayReview || (status !== 'submitted' && status !== 'in_assessment')) return null;
  if (next.do === 'take')
    return <Notice>Nobody has this application. Assign it to yourself to review it.</Notice>;
  return (
    <Notice>
      {assignee === null
        ? 'Nobody has this application yet. An assessor can take it.'
        : `${assignee} is reviewing this application. You can read it and add notes for staff.`}
    </Notice>
  );
}

/** What a reader needs to know before the questions. */
export function CaseNotices({ view }: { view: CaseView }) {
  return (
    <>
      <ReaderNotice view={view} />
      <ThreadNotice view={view} />
      <RequestNotice view={view} />
      <DecisionNotice view={view} />
      {view.submittedAt ? (
        <p className="app-case-when">
          Declared by {view.signatory}, {formatDateTime(view.submittedAt)}
        </p>
      ) : (
        <Notice>
          The supplier has not submitted this declaration, so there is nothing to review yet.
        </Notice>
      )}
    </>
  );
}
