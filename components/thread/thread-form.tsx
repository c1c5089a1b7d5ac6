import type { ReactNode } from 'react';
import { Form } from '@/components/form/form';
import { SelectField } from '@/components/form/select-field';
import type { FormAction } from '@/components/form/send-form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/textarea-field';
import { InsetText } from '@/components/ui/inset-text';
import { questionName } from '@/lib/domain/completeness';
import type { FormValues } from '@/lib/domain/form-state';
import { questionOf } from '@/lib/domain/questions/catalogue';
import type { QuestionId } from '@/lib/domain/questions/types';
import { MAX_DETAILS, upperFirst } from '@/lib/domain/text';

type ThreadFormProps = {
  action: FormAction;
  title: string;
  /** The place of the last entry that the page shows. */
  seen: number;
  questions: readonly QuestionId[];
  /** What it is about, unless words were kept. */
  about: QuestionId | null;
  /** Words typed before that were not sent. */
  kept: FormValues | null;
  label: string;
  hint: string;
  /** The page's heading and what was said so far. */
  children: ReactNode;
};

/** A page with a thread and the form that adds to it. */
export function ThreadForm(props: ThreadFormProps) {
  const { action, title, seen, questions, about, kept, label, hint, children } = props;
  const options = questions.map((id) => ({
    value: id,
    label: upperFirst(questionName(questionOf(id))),
  }));
  return (
    <Form
      action={action}
      title={title}
      hidden={{ seen: String(seen) }}
      initial={kept ?? { questionId: about ?? '' }}
    >
      {children}
      {kept ? (
        <InsetText>
          <p>What you typed before was not sent. It has been put back below.</p>
        </InsetText>
      ) : null}
      <SelectField
        name="questionId"
        label="What is it about?"
        labelSize="s"
        options={options}
        empty="The whole application"
      />
      <TextareaField
        name="text"
        label={label}
        labelSize="s"
        hint={hint}
        rows={5}
        maxCharacters={MAX_DETAILS}
      />
      <SubmitButton>Send</SubmitButton>
    </Form>
  );
}
