import { CheckboxesField } from '@/components/form/checkboxes-field';
import { DateField } from '@/components/form/date-field';
import type { Option } from '@/components/form/field-label';
import { RadiosField } from '@/components/form/radios-field';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import { TextareaField } from '@/components/form/textarea-field';
import { hasField } from '@/lib/domain/answer-fields';
import type { PlainDate } from '@/lib/domain/dates';
import { editionsOffered, LEVELS } from '@/lib/domain/dspt';
import { PROFILES, type Question } from '@/lib/domain/questions/types';
import { MAX_DETAILS } from '@/lib/domain/text';
import { CertificateFields } from './certificate-fields';
import { QuestionHint, QuestionSupporting } from './question-words';

export type AnswerFieldsProps = {
  question: Question;
  today: PlainDate;
  guidanceUrl: string | null;
  /** The place of the question; null where the page has a heading of its own. */
  caption: string | null;
};

const YES_NO: readonly Option[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

const optionsOf = (table: Record<string, { label: string; hint?: string }>): Option[] =>
  Object.entries(table).map(([value, { label, hint }]) => ({ value, label, hint }));

/** The inputs of one question, by its kind; the question's words are their legend. */
export function AnswerFields(props: AnswerFieldsProps) {
  const { question, today, caption } = props;
  const heading = caption !== null;
  const legend = {
    legend: question.title,
    legendSize: heading ? 'l' : 'm',
    isPageHeading: heading,
    caption: caption ?? undefined,
    hint: <QuestionHint question={question} guidanceUrl={props.guidanceUrl} />,
  } as const;
  const supporting = <QuestionSupporting question={question} />;
  switch (question.kind) {
    case 'organisation':
      return <OrganisationFields question={question} caption={caption} />;
    case 'date':
      return <DateField name="publishedOn" {...legend} />;
    case 'dspt-status':
      return (
        <>
          <RadiosField name="level" {...legend} hint={undefined} options={optionsOf(LEVELS)} />
          <SelectField
            name="edition"
            label="Edition"
            labelSize="s"
            hint="The toolkit year that the status belongs to. Leave this empty if nothing is published"
            empty="Select an edition"
            options={editionsOffered(today).map((edition) => ({ value: edition, label: edition }))}
          />
        </>
      );
    case 'yes-no-details':
      return (
        <>
          <RadiosField name="choice" {...legend} supporting={supporting} options={YES_NO} />
          <CheckboxesField
            name="covered"
            legend="What a good answer covers"
            legendSize="s"
            hint="Tick what your details cover. This is for guidance; the assessor reads the details"
            small
            options={question.coveragePoints.map(({ id, text }) => ({ value: id, label: text }))}
          />
          <TextareaField
            name="details"
            label="Details"
            labelSize="s"
            rows={10}
            maxCharacters={MAX_DETAILS}
          />
          {hasField(question, 'certificateNumber') ? <CertificateFields /> : null}
        </>
      );
  }
}

type OrganisationFieldsProps = { question: Question; caption: string | null };

function OrganisationFields({ question, caption }: OrganisationFieldsProps) {
  return (
    <>
      {caption === null ? null : (
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{caption}</span>
          {question.title}
        </h1>
      )}
      <TextField
        name="odsCode"
        label="ODS code"
        labelSize="s"
        hint={question.hint.join(' ')}
        width={10}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <TextField
        name="dsptIdentifier"
        label="DSPT identifier, if it is different (optional)"
        labelSize="s"
        hint="The code under which your organisation published its DSPT, where that is not the ODS code"
        width={20}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <RadiosField
        name="profile"
        legend="Organisation profile"
        legendSize="s"
        options={optionsOf(PROFILES)}
      />
    </>
  );
}
