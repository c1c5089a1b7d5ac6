import './dashboards.css';
import { ErrorSummary } from '@/components/form/error-summary';
import { FiltersForm } from '@/components/form/filters-form';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import {
  DASHBOARD_TIMES,
  type DashboardReading,
  PERIOD_LABELS,
  shownWords,
} from '@/lib/domain/dashboard-filters';
import type { Path } from '@/lib/paths';

type Choice = { id: string; name: string };
export type DashboardFiltersProps = {
  path: Path;
  reading: DashboardReading;
  /** Each is offered where there is more than one; one in the address that is not offered is kept. */
  assessors?: readonly Choice[];
  suppliers?: readonly Choice[];
  products?: readonly Choice[];
};

/** What narrows a dashboard, with the days that are shown; it stays in the address. */
export function DashboardFilters(props: DashboardFiltersProps) {
  const { path, reading, assessors = [], suppliers = [], products = [] } = props;
  const { values, filters } = reading;
  const choices = [
    { name: 'assessor', label: 'Assessor', empty: 'Everybody', rows: assessors },
    { name: 'supplier', label: 'Supplier', empty: 'All suppliers', rows: suppliers },
    { name: 'product', label: 'Product', empty: 'All products', rows: products },
  ] as const;
  const inForce = {
    assessor: filters.assessorId,
    supplier: filters.organisationId,
    product: filters.productId,
  };
  const offered = choices.filter(({ rows }) => rows.length > 1);
  const hidden = choices.filter(({ rows }) => rows.length < 2).map(({ name }) => name);
  const kept = hidden.flatMap((name) => (inForce[name] ? [[name, inForce[name]]] : []));
  // Of what is not offered there is no field to lead to.
  const problems = reading.problems.map((problem) =>
    hidden.some((name) => name === problem.field) ? { ...problem, field: '' } : problem,
  );
  return (
    <div className="app-dashboard-filters">
      {problems.length > 0 ? (
        <ErrorSummary problems={problems} idPrefix="filter-" focusKey={0} />
      ) : null}
      <FiltersForm
        label="Choose what is shown"
        action={path}
        clear={path}
        values={values}
        problems={problems}
        keep={Object.fromEntries([['was', values.was], ...kept])}
      >
        <SelectField
          name="time"
          label="Time"
          options={Object.entries(DASHBOARD_TIMES).map(([value, { label }]) => ({ value, label }))}
        />
        <TextField name="from" label="First month" hint="Such as 3 2026" autoComplete="off" />
        <TextField name="to" label="Last month" hint="Such as 11 2026" autoComplete="off" />
        <SelectField
          name="by"
          label="By week or month"
          empty="Whichever fits"
          options={Object.entries(PERIOD_LABELS).map(([value, label]) => ({ value, label }))}
        />
        {offered.map(({ name, label, empty, rows }) => (
          <SelectField
            key={name}
            {...{ name, label, empty }}
            options={rows.map(({ id, name: words }) => ({ value: id, label: words }))}
          />
        ))}
      </FiltersForm>
      <p>{shownWords(reading)}</p>
    </div>
  );
}
