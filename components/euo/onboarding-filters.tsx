import { FiltersForm } from '@/components/form/filters-form';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import { ONBOARDING_STATES } from '@/lib/domain/onboarding';
import { FINDINGS, filterValues, type OnboardingFilter } from '@/lib/domain/onboarding-filter';
import { VERDICTS } from '@/lib/domain/onboarding-verdict';

type OnboardingFiltersProps = {
  path: `/${string}`;
  filter: OnboardingFilter;
  products: readonly { id: string; name: string }[];
};

const optionsOf = (table: Record<string, { label: string } | string>) =>
  Object.entries(table).map(([value, row]) => ({
    value,
    label: typeof row === 'string' ? row : row.label,
  }));

/** What narrows a list of end user organisations. */
export function OnboardingFilters({ path, filter, products }: OnboardingFiltersProps) {
  return (
    <div className="app-queue-filters">
      <FiltersForm
        label="Filter end user organisations"
        action={path}
        clear={path}
        values={filterValues(filter)}
        keep={filter.overridden ? { overridden: 'yes' } : {}}
      >
        <TextField name="text" label="Name or code" type="search" />
        <SelectField
          name="state"
          label="State"
          empty="Any state"
          options={optionsOf(ONBOARDING_STATES)}
        />
        <SelectField
          name="verdict"
          label="Verdict"
          empty="Any verdict"
          options={optionsOf(VERDICTS)}
        />
        <SelectField
          name="reason"
          label="Reason or remark"
          empty="Any reason"
          options={optionsOf(FINDINGS)}
        />
        {products.length > 1 ? (
          <SelectField
            name="product"
            label="Product"
            empty="Any product"
            options={products.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <TextField name="lead" label="Lead’s code" />
      </FiltersForm>
    </div>
  );
}
