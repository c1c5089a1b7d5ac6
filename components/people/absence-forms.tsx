import { DateField } from '@/components/form/date-field';
import { Form } from '@/components/form/form';
import type { FormAction } from '@/components/form/send-form';
import { SubmitButton } from '@/components/form/submit-button';
import type { PlainDate } from '@/lib/domain/dates';
import { formatDate } from '@/lib/format';

type AbsenceFormsProps = {
  until: PlainDate | null;
  set: FormAction;
  end: FormAction;
  hidden?: Record<string, string>;
  /** How it speaks to the reader: of themselves, or of somebody. */
  own: boolean;
};

/** Says until when somebody is absent, and lets it be set or ended. */
export function AbsenceForms({ until, set, end, hidden = {}, own }: AbsenceFormsProps) {
  const [who, has] = own ? ['You', 'you have'] : ['They', 'they have'];
  return (
    <>
      <Form action={set} idPrefix="absence-" hidden={hidden}>
        <h2 className="nhsuk-heading-m">
          {own ? `${until ? 'Change' : 'Set'} your absence` : 'Absence'}
        </h2>
        {until ? (
          <p>
            {who} are absent until {formatDate(until)}, and nothing new is given to{' '}
            {own ? 'you' : 'them'} before that day.
          </p>
        ) : null}
        <p>
          From now until the first day back, nothing new is given to {own ? 'you' : 'them'}.
          Applications that {has} go back to the queue and keep their due dates. It ends by itself.
        </p>
        <DateField
          name="until"
          legend="First day back"
          legendSize="s"
          hint="For example, 7 12 2026"
        />
        <SubmitButton variant="secondary">{until ? 'Change absence' : 'Set absence'}</SubmitButton>
      </Form>
      {until ? (
        <Form action={end} idPrefix="back-" hidden={hidden}>
          <p>{own ? 'Are you back already?' : 'Are they back already?'}</p>
          <SubmitButton variant="secondary">End absence today</SubmitButton>
        </Form>
      ) : null}
    </>
  );
}
