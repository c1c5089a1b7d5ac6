import type { ReactNode } from 'react';
import { CheckboxesField } from '@/components/form/checkboxes-field';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import type { CheckView } from '@/lib/queries/apply/get-check';
import { submitAction } from './actions';

type Props = {
  view: CheckView;
  idempotencyKey: string;
  title: string;
  /** The page's heading and all answers, above which the error summary stands. */
  children: ReactNode;
};

/** The declaration in full sentences, what confirms it, and one button. */
export function DeclarationForm({ view, idempotencyKey, title, children }: Props) {
  return (
    <Form
      action={submitAction.bind(null, view.reference)}
      title={title}
      hidden={{ idempotencyKey, seen: view.seen }}
    >
      {children}
      <h2 className="nhsuk-heading-m">Declaration</h2>
      {view.statement.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <CheckboxesField
        name="confirmed"
        legend="Confirm the declaration"
        options={[{ value: 'yes', label: 'I make this declaration' }]}
      />
      <SubmitButton>Submit declaration</SubmitButton>
    </Form>
  );
}
