'use client';

import { ErrorSummary } from '@/components/form/error-summary';
import { FormContext } from '@/components/form/form-context';
import { RadiosField } from '@/components/form/radios-field';
import { TextField } from '@/components/form/text-field';
import { pageTitle } from '@/components/shell/service';
import { buttonClass } from '@/components/ui/button-class';
import { emptyFormState, type FormValues } from '@/lib/domain/form-state';
import type { FieldProblem } from '@/lib/domain/result';
import { paths } from '@/lib/paths';

type WhichEuoProps = {
  title: string;
  products: readonly { id: string; name: string }[];
  values: FormValues;
  problems: FieldProblem[];
};

/** The first step: which organisation, for which product. Sent by GET, so that the answer is in the address. */
export function WhichEuo({ title, products, values, problems }: WhichEuoProps) {
  const state = { ...emptyFormState, values, problems, idPrefix: '', pending: false };
  const wrong = problems.length > 0;
  return (
    <form action={paths.euoNew} method="get" noValidate key={JSON.stringify([values, problems])}>
      <title>{pageTitle(wrong ? `Error: ${title}` : title)}</title>
      <FormContext value={state}>
        {wrong ? <ErrorSummary problems={problems} idPrefix="" focusKey={1} /> : null}
        <h1 className="nhsuk-heading-l">{title}</h1>
        <p>
          Add each organisation that uses your product before it goes live. It is added as planned.
        </p>
        <TextField
          name="code"
          label="ODS code"
          labelSize="s"
          hint="Up to 9 letters and numbers, for example A81001"
          width={10}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        {products.length > 1 ? (
          <RadiosField
            name="product"
            legend="Which product will it use?"
            legendSize="s"
            options={products.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <button className={buttonClass()} type="submit">
          Continue
        </button>
      </FormContext>
    </form>
  );
}
