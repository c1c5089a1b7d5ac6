import { AnswerView } from '@/components/application/answer-view';
import { FileList } from '@/components/evidence/file-list';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/textarea-field';
import { WarningCallout } from '@/components/ui/warning-callout';
import { joinWords } from '@/lib/format';
import { unlockQuestionAction } from './actions';
import type { ShownQuestion } from './read-question';

/** A question that the assessor did not ask about: to read, or to open with a reason. */
export function ClosedQuestion({ view, question, caption, kept }: ShownQuestion) {
  const infected = view.files.filter(({ scan }) => scan === 'infected').map(({ name }) => name);
  const together = question.unlocksWith !== null;
  const action = unlockQuestionAction.bind(null, view.reference, view.questionId);
  return (
    <Form action={action} title={question.title} {...(kept && { initial: kept })}>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{caption}</span>
        {question.title}
      </h1>
      <p>The assessor did not ask about this question, so it is closed.</p>
      {kept && 'version' in kept ? (
        <p>
          <strong>What you typed was not saved.</strong> Open this question with a reason, and it is
          put back.
        </p>
      ) : null}
      <AnswerView question={question} fields={view.fields} />
      {view.files.length > 0 ? (
        <>
          <h2 className="nhsuk-heading-s">Files</h2>
          <FileList files={view.files} today={view.today} />
        </>
      ) : null}
      {infected.length > 0 ? (
        <WarningCallout heading="A virus was found">
          <p>
            {joinWords(infected)} cannot be submitted. Open this question with a reason, then
            replace {infected.length === 1 ? 'the file' : 'the files'}.
          </p>
        </WarningCallout>
      ) : null}
      <h2 className="nhsuk-heading-m">Change this answer anyway</h2>
      <p>
        You can open it again with a reason. The assessor reads the reason, and reviews the answer
        again.
        {together
          ? ' Your organisation details and questions Q.1 to Q.2.2 open together, since their answers must agree.'
          : ''}
      </p>
      <TextareaField
        name="reason"
        label="Why does this answer need to change?"
        labelSize="s"
        rows={3}
        maxCharacters={500}
      />
      <SubmitButton variant="secondary">Open this question</SubmitButton>
    </Form>
  );
}
