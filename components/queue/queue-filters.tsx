import { FiltersForm } from '@/components/form/filters-form';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import { assessorLabel } from '@/lib/domain/absence';
import { STATUSES } from '@/lib/domain/application';
import type { PlainDate } from '@/lib/domain/dates';
import {
  COUNTED_DUES,
  QUEUE_DUE_IDS,
  QUEUE_DUES,
  QUEUE_SORTS,
  QUEUE_TABS,
  type QueueDue,
  type QueueTab,
  type QueueView,
  queueQuery,
} from '@/lib/domain/queue';

type QueueFiltersProps = {
  /** Where on its page the list stands, such as '#applications'; '' where it comes first. */
  place?: '' | `#${string}`;
  path: `/${string}`;
  view: QueueView;
  /** The tab that the address need not name. */
  usual: QueueTab;
  assessors?: readonly { personId: string; name: string; absentUntil: PlainDate | null }[];
};

/** What narrows a list of applications; it stays in the address, so that a list can be shared. */
export function QueueFilters({ path, place = '', view, usual, assessors }: QueueFiltersProps) {
  const { tab, sort, status, due, supplier, product, text, assignee } = view;
  const { statuses } = QUEUE_TABS[tab];
  // The others belong to the numbers that lead to them.
  const isOffered = (id: QueueDue) => COUNTED_DUES.some((each) => each === id) || id === due;
  return (
    <div className="app-queue-filters">
      <FiltersForm
        label="Filter applications"
        action={`${path}${place}`}
        clear={`${path}${queueQuery({ tab }, usual)}${place}`}
        values={{ sort, status: status ?? '', due: due ?? '', supplier, product, text, assignee }}
        keep={tab === usual ? {} : { tab }}
      >
        <TextField name="text" label="Reference or words" type="search" />
        <TextField name="supplier" label="Supplier" />
        <TextField name="product" label="Product" />
        {statuses.length > 1 ? (
          <SelectField
            name="status"
            label="Status"
            empty="Any status"
            options={statuses.map((id) => ({ value: id, label: STATUSES[id].label }))}
          />
        ) : null}
        <SelectField
          name="due"
          label="Due"
          empty="Any day"
          options={QUEUE_DUE_IDS.filter(isOffered).map((id) => ({
            value: id,
            label: QUEUE_DUES[id].label,
          }))}
        />
        {assessors ? (
          <SelectField
            name="assignee"
            label="Assessor"
            empty="Any assessor"
            options={assessors.map((each) => ({
              value: each.personId,
              label: assessorLabel(each),
            }))}
          />
        ) : null}
        <SelectField
          name="sort"
          label="Order"
          options={Object.entries(QUEUE_SORTS).map(([value, label]) => ({ value, label }))}
        />
      </FiltersForm>
    </div>
  );
}
