import { AnswerFields } from '@/components/application/answer-fields';
import { Autosave } from '@/components/application/autosave';
import { ConflictView } from '@/components/application/conflict-view';
import { fieldLabels } from '@/components/application/field-labels';
import { QuestionForm } from '@/components/application/question-form';
import { SectionHelp } from '@/components/application/question-words';
import { ReturnedQuestion } from '@/components/application/returned-question';
import { QuestionFiles } from '@/components/evidence/question-files';
import { SubmitButton } from '@/components/form/submit-button';
import { BesideAnswer } from '@/components/registers/beside-answer';
import { OdsPanel } from '@/components/registers/ods-panel';
import { InsetText } from '@/components/ui/inset-text';
import { textValue } from '@/lib/domain/form-state';
import { env } from '@/lib/env';
import { formatDateTime } from '@/lib/format';
import { paths } from '@/lib/paths';
import { saveAnswerAction } from './actions';
import { readVersion } from './form-fields';
import type { ShownQuestion } from './read-question';

/** The form of one question, with all that helps to answer it. */
export function EditQuestion({ view, question, caption, kept }: ShownQuestion) {
  const { reference, questionId, saved, returned, unlockReason, earlier } = view;
  const again = returned !== null || unlockReason !== null || earlier !== null;
  const here = paths.question(reference, questionId);
  return (
    <QuestionForm
      action={saveAnswerAction.bind(null, reference, questionId)}
      title={question.title}
      questionId={questionId}
      today={view.today}
      initial={kept ?? view.fields}
      hidden={kept ? { kept: '1' } : {}}
    >
      {again ? (
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{caption}</span>
          {question.number ? `${question.number} ${question.short}` : question.short}
        </h1>
      ) : null}
      {kept ? (
        <InsetText>
          <p>
            You were signed out while you were typing. What you typed has been put back below. It is
            not saved yet.
          </p>
        </InsetText>
      ) : null}
      <ConflictView labels={fieldLabels(question)} href={here} />
      {again ? (
        <ReturnedQuestion
          {...{ reference, question, returned, earlier, unlockReason }}
          mayAsk={view.mayAsk}
        />
      ) : null}
      <AnswerFields
        question={question}
        today={view.today}
        guidanceUrl={env().ISMS_GUIDANCE_URL ?? null}
        caption={again ? null : caption}
      />
      {view.ods ? <OdsPanel {...view.ods} today={view.today} /> : null}
      <BesideAnswer
        beside={view.register}
        whatToDo="Correct your answer, or explain the difference in the details of Q.1 or Q.2. The assessor sees this too."
      />
      <QuestionFiles files={view.files} replaced={view.replaced} today={view.today} />
      <SectionHelp />
      <Autosave
        url={`${here}/autosave`}
        version={kept ? readVersion(textValue(kept, 'version')) : view.version}
        saved={saved ? `Last saved by ${saved.by}, ${formatDateTime(saved.at)}` : null}
      />
      <div className="app-buttons">
        <SubmitButton name="mode" value="continue">
          Save and continue
        </SubmitButton>
        <SubmitButton name="mode" value="later" variant="secondary" unchecked>
          Save and come back later
        </SubmitButton>
        <SubmitButton name="mode" value="files" variant="secondary" unchecked>
          {view.files.length > 0 ? 'Save and change files' : 'Save and add files'}
        </SubmitButton>
      </div>
    </QuestionForm>
  );
}
