import { ErrorSummary } from '@/components/form/error-summary';
import { FiltersForm } from '@/components/form/filters-form';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import { EVENT_CHOICES, type TypedAudit } from '@/lib/domain/audit-search';
import type { FieldProblem } from '@/lib/domain/result';
import { paths } from '@/lib/paths';

type AuditFiltersProps = { typed: TypedAudit; problems: FieldProblem[] };

/** Who, what, when and about what: it stays in the address, so that a search can be repeated. */
export function AuditFilters({ typed, problems }: AuditFiltersProps) {
  return (
    <>
      {problems.length > 0 ? (
        <ErrorSummary problems={problems} idPrefix="filter-" focusKey={0} />
      ) : null}
      <div className="app-audit-filters">
        <FiltersForm
          label="Search the events"
          action={paths.audit}
          clear={paths.audit}
          values={typed}
          problems={problems}
        >
          <TextField
            name="who"
            label="Who did it"
            hint="A name, an email address or ‘the portal’"
            autoComplete="off"
          />
          <SelectField name="type" label="What" empty="Anything" options={EVENT_CHOICES} />
          <TextField name="from" label="From" hint="Such as 14/12/2026" autoComplete="off" />
          <TextField name="to" label="To" hint="Such as 14/12/2026" autoComplete="off" />
          <TextField name="reference" label="Application" hint="Its reference" autoComplete="off" />
          <TextField name="supplier" label="Supplier" hint="Name or ODS code" autoComplete="off" />
          <TextField
            name="person"
            label="About the person"
            hint="Name or email address"
            autoComplete="off"
          />
        </FiltersForm>
      </div>
    </>
  );
}
