'use client';

import { Fragment, type ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { Link } from '@/components/ui/link';
import { emptyFormState, type FormValues } from '@/lib/domain/form-state';
import type { FieldProblem } from '@/lib/domain/result';
import type { Href } from '@/lib/paths';
import { FormContext } from './form-context';

type FiltersFormProps = {
  /** The list's own address without its query, and with it once the filters are cleared. */
  action: Href;
  clear?: Href;
  /** What the button says. */
  button?: string;
  /** The filters in force, as they stand in the address. */
  values: FormValues;
  label: string;
  /** What else the address says and must keep saying, such as the tab. */
  keep?: Record<string, string>;
  /** What cannot be meant; it stays in its field. */
  problems?: FieldProblem[];
  children: ReactNode;
};

/** Filters above a list: sent by GET, so that they stay in the address and can be shared. */
export function FiltersForm(props: FiltersFormProps) {
  const { action, clear, values, label, keep = {}, problems = [], children } = props;
  const { button = 'Apply filters' } = props;
  return (
    <search aria-label={label}>
      <form className="app-filters" action={action} method="get">
        <FormContext
          value={{ ...emptyFormState, problems, values, idPrefix: 'filter-', pending: false }}
        >
          {Object.entries(keep).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} readOnly />
          ))}
          {/* A link may change the filters without a new page, and a select keeps what it began with. */}
          <Fragment key={JSON.stringify(values)}>{children}</Fragment>
          <div className="app-filters__buttons">
            <button className={buttonClass('secondary', true)} type="submit">
              {button}
            </button>
            {clear ? <Link href={clear}>Clear filters</Link> : null}
          </div>
        </FormContext>
      </form>
    </search>
  );
}
