import { createFormControl, type FieldErrors } from 'react-hook-form';
import type { ZodType } from 'zod';
import { type FormValues, problemsOfIssues, readFormData } from '@/lib/domain/form-state';
import type { FieldProblem } from '@/lib/domain/result';

/** The checks of one form: `submit` judges a post, `recheck` a field just left after a failure. */
export type InstantChecks = {
  submit: () => Promise<FieldProblem[]>;
  recheck: () => Promise<FieldProblem[]>;
};

/**
 * Runs the server's schema in the browser through react-hook-form. Loaded by import() on the first
 * use of a form, with its schema, so that neither weighs on opening the page.
 */
export function createInstantChecks(form: HTMLFormElement, schema: ZodType): InstantChecks {
  const control = createFormControl<FormValues>({
    shouldFocusError: false,
    resolver: async () => {
      const result = schema.safeParse(valuesOf(form));
      if (result.success) return { values: valuesOf(form), errors: {} };
      return { values: {}, errors: asErrors(problemsOfIssues(result.error.issues)) };
    },
  });
  // By name only: given the elements, it would write its own values into them, and undo what was
  // picked while this was loading.
  for (const name of new Set(inputsOf(form).map((input) => input.name))) control.register(name);

  return {
    submit: async () => {
      let problems: FieldProblem[] = [];
      const remember = (errors: FieldErrors<FormValues>) => {
        problems = asProblems(errors);
      };
      await control.handleSubmit(() => undefined, remember)();
      return problems;
    },
    recheck: async () => {
      await control.trigger();
      return asProblems(control.control._formState.errors);
    },
  };
}

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function inputsOf(form: HTMLFormElement): Input[] {
  return [...form.elements].filter(
    (element): element is Input =>
      (element instanceof HTMLInputElement &&
        !['hidden', 'file', 'submit'].includes(element.type)) ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement,
  );
}

/** The same words the server would read: checkboxes as a list, everything else as one text. */
function valuesOf(form: HTMLFormElement): FormValues {
  const named = [...form.elements].filter(
    (element): element is Input => 'name' in element && element.name !== '',
  );
  const many = named.filter((element) => element.type === 'checkbox').map(({ name }) => name);
  const one = named.map(({ name }) => name).filter((name) => !many.includes(name));
  return readFormData(new FormData(form), { one, many });
}

function asErrors(problems: FieldProblem[]): FieldErrors<FormValues> {
  return Object.fromEntries(
    problems.map(({ field, message }) => [field, { type: 'schema', message }]),
  );
}

function asProblems(errors: FieldErrors<FormValues>): FieldProblem[] {
  return Object.entries(errors).flatMap(([field, error]) =>
    typeof error?.message === 'string' ? [{ field, message: error.message }] : [],
  );
}
