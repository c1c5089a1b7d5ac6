import { CheckboxesField } from '@/components/form/checkboxes-field';
import { TextField } from '@/components/form/text-field';
import { TextareaField } from '@/components/form/textarea-field';
import type { Guidance } from '@/lib/domain/guidance';
import { NEW_POINTS, notOfferedTo, offeredTo, pointFields } from '@/lib/domain/guidance-form';
import { namesOf } from '@/lib/domain/questions/catalogue';
import { QUESTION_IDS, type QuestionId, type ReasonId } from '@/lib/domain/questions/types';

type Props = { guidance: Guidance; questionId: QuestionId };

/** The coverage points of a question, each with its words and its place, and room for new ones. */
function PointFields({ guidance, questionId }: Props) {
  const fields = pointFields(guidance, questionId);
  if (fields.length === 0) return null;
  const old = fields.length - NEW_POINTS.length;
  return (
    <section aria-labelledby="points">
      <h2 className="nhsuk-heading-m" id="points">
        Coverage points
      </h2>
      <p>
        Suppliers tick what their details cover, and assessors mark it. What is not covered is put
        into the request for more information in these words.
      </p>
      <p>Clear a point to withdraw it. Change its place to move it.</p>
      {fields.map((field, index) => {
        const name = index < old ? `Point ${index + 1}` : `New point ${index - old + 1}`;
        return (
          <div key={field} className="gap-4 sm:flex">
            <div className="grow">
              <TextareaField name={`point-${field}`} label={name} labelSize="s" rows={2} />
            </div>
            <TextField
              name={`place-${field}`}
              label={
                <>
                  Place<span className="nhsuk-u-visually-hidden"> of {name.toLowerCase()}</span>
                </>
              }
              labelSize="s"
              width={2}
              inputMode="numeric"
              autoComplete="off"
            />
          </div>
        );
      })}
    </section>
  );
}

/** The other questions for which a reason is offered. */
function alsoFor(guidance: Guidance, questionId: QuestionId, reason: ReasonId): string {
  const ids = QUESTION_IDS.filter(
    (id) => id !== questionId && guidance.offered[id]?.includes(reason),
  );
  return ids.length === 0
    ? ''
    : `Also offered for ${namesOf(ids)}. New words hold there as well; clearing it does not.`;
}

function ReasonFields({ guidance, questionId }: Props) {
  const others = notOfferedTo(guidance, questionId);
  return (
    <section aria-labelledby="reasons">
      <h2 className="nhsuk-heading-m" id="reasons">
        Reasons for insufficient information
      </h2>
      <p>
        Assessors choose from these, and suppliers read them. Clear a reason to withdraw it from
        this question. ‘Something else’ always stays.
      </p>
      {offeredTo(guidance, questionId).map(({ id }, index) => (
        <TextareaField
          key={id}
          name={`reason-${id}`}
          label={`Reason ${index + 1}`}
          labelSize="s"
          hint={alsoFor(guidance, questionId, id) || undefined}
          rows={2}
        />
      ))}
      {others.length > 0 ? (
        <CheckboxesField
          name="offer"
          legend="Offer as well (optional)"
          legendSize="s"
          hint="Reasons that other questions have, or had"
          small
          options={others.map(({ id, text }) => ({ value: id, label: text }))}
        />
      ) : null}
      <TextareaField name="reason-new" label="New reason (optional)" labelSize="s" rows={2} />
    </section>
  );
}

/** Everything about one question that a manager may word. */
export function GuidanceFields(props: Props) {
  return (
    <>
      <PointFields {...props} />
      <ReasonFields {...props} />
      <TextareaField
        name="why"
        label="Why do you change it?"
        labelSize="s"
        hint="Managers read it beside the version"
        rows={3}
        maxCharacters={500}
      />
    </>
  );
}
