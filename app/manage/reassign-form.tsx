import { Form } from '@/components/form/form';
import { SelectField } from '@/components/form/select-field';
import { SubmitButton } from '@/components/form/submit-button';
import { CaseTable } from '@/components/queue/case-table';
import { EmptyQueue } from '@/components/queue/empty-queue';
import { assessorLabel } from '@/lib/domain/absence';
import { ASSIGNABLE_STATUSES } from '@/lib/domain/assignment';
import { QUEUE_TABS, type QueueView, queueQuery } from '@/lib/domain/queue';
import { paths } from '@/lib/paths';
import type { Overview } from '@/lib/queries/manage/get-overview';
import { previewReassignAction } from './actions';

type ReassignFormProps = { title: string; view: QueueView; overview: Overview };

/** The list with a box before each application, and the assessor to whom the chosen ones go. */
export function ReassignForm({ title, view, overview }: ReassignFormProps) {
  const { rows, assessors } = overview;
  const movable = rows.some((row) => ASSIGNABLE_STATUSES.includes(row.status));
  return (
    <Form
      action={previewReassignAction}
      title={title}
      hidden={{ list: queueQuery({ ...view, cursor: '' }, 'confirm') }}
    >
      <CaseTable
        caption={QUEUE_TABS[view.tab].label}
        rows={rows}
        empty={<EmptyQueue path={paths.manage} view={view} usual="confirm" />}
        choose="chosen"
      />
      {movable ? (
        <div className="app-reassign">
          <SelectField
            name="assigneeId"
            label="Reassign the selected applications to"
            empty="Select an assessor"
            options={assessors.map((each) => ({
              value: each.personId,
              label: assessorLabel(each),
            }))}
          />
          <SubmitButton variant="secondary" small>
            See what would move
          </SubmitButton>
        </div>
      ) : null}
    </Form>
  );
}
