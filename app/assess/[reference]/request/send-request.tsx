import { CaseTitle } from '@/app/assess/[reference]/read-case';
import { RequestReasons } from '@/components/application/request-summary';
import { DateField } from '@/components/form/date-field';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/textarea-field';
import { pageTitle } from '@/components/shell/service';
import { Link } from '@/components/ui/link';
import { dateFields } from '@/lib/domain/dates';
import type { FormValues } from '@/lib/domain/form-state';
import { inWords } from '@/lib/domain/guidance';
import { questionOf } from '@/lib/domain/questions/catalogue';
import { defaultDueOn, requestItems, requestObstacle, unlockedBy } from '@/lib/domain/request';
import { formatCount, formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { CaseView } from '@/lib/queries/assess/get-case';
import { sendRequestAction } from './actions';

const TITLE = 'Ask the supplier for more information';

function Obstacle({ view, message }: { view: CaseView; message: string }) {
  return (
    <>
      <title>{pageTitle(TITLE)}</title>
      <CaseTitle view={view}>{TITLE}</CaseTitle>
      <p>A request cannot be sent now. {message}.</p>
      <p>
        <Link href={paths.assessment(view.reference)}>Go back to the questions</Link>
      </p>
    </>
  );
}

/** What the supplier will read, word for word, and by when they answer. */
export function SendRequest({ view, kept }: { view: CaseView; kept: FormValues }) {
  const { questions, reference, mark, requestsSent, requestsMost } = view;
  const { calendar, today, requestDays } = view;
  const own = new Map(questions.flatMap(({ id, own: review }) => (review ? [[id, review]] : [])));
  const items = inWords(requestItems(own, view.guidance), view.guidance);
  const verdicts = Object.fromEntries(
    questions.flatMap(({ id, standing }) =>
      standing.from === 'none' ? [] : [[id, standing.verdict]],
    ),
  );
  const applicable = questions.map(({ id }) => id);
  const obstacle = requestObstacle({ applicable, verdicts, requestsSent, requestsMost });
  if (obstacle) return <Obstacle view={view} message={obstacle.message} />;
  const flagged = items.map((item) => item.questionId);
  const also = unlockedBy(flagged).filter((id) => !flagged.includes(id));
  const due = dateFields(defaultDueOn(calendar, today, requestDays));
  return (
    <Form
      action={sendRequestAction}
      title={TITLE}
      hidden={{ reference, version: mark }}
      initial={{
        ...{ 'dueOn-day': due.day, 'dueOn-month': due.month, 'dueOn-year': due.year },
        ...kept,
      }}
    >
      <CaseTitle view={view}>{TITLE}</CaseTitle>
      <p>
        This is request {requestsSent + 1} of at most {requestsMost}. The supplier will read{' '}
        {formatCount(items.length, 'question')}, word for word as below. They see ‘the assessor’,
        never your name.
      </p>
      <ul className="nhsuk-list border border-grey-4 bg-white p-4">
        {items.map((item) => {
          const { number, title } = questionOf(item.questionId);
          return (
            <li key={item.questionId} dir="auto">
              <h2 className="nhsuk-heading-s">
                {number ? `${number} ` : ''}
                {title}
              </h2>
              <RequestReasons item={item} />
            </li>
          );
        })}
      </ul>
      {also.length > 0 ? (
        <p>
          These open as well, since they must stay consistent:{' '}
          {also.map((id) => questionOf(id).number ?? questionOf(id).short).join(', ')}.
        </p>
      ) : null}
      <TextareaField
        name="message"
        label="Message (optional)"
        labelSize="s"
        hint="The supplier reads it above the questions"
        rows={3}
        maxCharacters={2000}
      />
      <DateField
        name="dueOn"
        legend="Due date"
        legendSize="s"
        hint={`A working day. ${formatCount(requestDays, 'working day')} from today is ${formatDate(defaultDueOn(calendar, today, requestDays))}`}
      />
      <SubmitButton>Send information request</SubmitButton>
    </Form>
  );
}
