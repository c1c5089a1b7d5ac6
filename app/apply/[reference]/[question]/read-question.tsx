import { AnswerView } from '@/components/application/answer-view';
import { FileList } from '@/components/evidence/file-list';
import { ReplacedFiles } from '@/components/evidence/replaced-files';
import { BesideAnswer } from '@/components/registers/beside-answer';
import { OdsPanel } from '@/components/registers/ods-panel';
import { InsetText } from '@/components/ui/inset-text';
import { Link } from '@/components/ui/link';
import type { FormValues } from '@/lib/domain/form-state';
import type { Question } from '@/lib/domain/questions/types';
import { paths } from '@/lib/paths';
import type { QuestionView } from '@/lib/queries/apply/get-question';
import { NotSaved } from './not-saved';

export type ShownQuestion = {
  view: QuestionView;
  question: Question;
  caption: string;
  /** What this person typed here and could not save, or null. */
  kept: FormValues | null;
};

/** The question and its answer without a form, and why there is none. */
export function ReadQuestion({ view, question, caption, kept }: ShownQuestion) {
  return (
    <>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{caption}</span>
        {question.title}
      </h1>
      <InsetText>
        <Why view={view} />
      </InsetText>
      <NotSaved view={view} question={question} kept={kept} />
      {view.mode === 'not_applicable' ? null : (
        <AnswerView question={question} fields={view.fields} />
      )}
      {view.ods ? <OdsPanel {...view.ods} today={view.today} /> : null}
      {view.mode === 'not_applicable' ? null : <BesideAnswer beside={view.register} />}
      {view.files.length > 0 ? (
        <>
          <h2 className="nhsuk-heading-s">Files</h2>
          <FileList files={view.files} today={view.today} />
        </>
      ) : null}
      <ReplacedFiles replaced={view.replaced} />
    </>
  );
}

function Why({ view }: { view: QuestionView }) {
  const { mode, reference } = view;
  if (mode === 'not_applicable')
    return (
      <p>
        This question is not needed, given your other answers. If that is not right, change your{' '}
        <Link href={paths.question(reference, 'dspt-status')}>published DSPT status</Link>.
      </p>
    );
  if (mode === 'read')
    return (
      <p>
        The answers are with the assessor, so they cannot be changed. What you declared is on the{' '}
        <Link href={paths.declaration(reference)}>declaration</Link>.
      </p>
    );
  return (
    <p>
      You can read this answer but not change it. A colleague with the role of contributor can; an
      administrator of your organisation gives that role.
    </p>
  );
}
