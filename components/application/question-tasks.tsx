import { Tag } from '@/components/ui/tag';
import { TaskList } from '@/components/ui/task-list';
import type { ProgressState } from '@/lib/domain/completeness';
import { QUESTIONS } from '@/lib/domain/questions/catalogue';
import { GROUPS, type GroupId, type QuestionId } from '@/lib/domain/questions/types';
import { paths } from '@/lib/paths';

export type QuestionTask = {
  id: QuestionId;
  state: ProgressState;
  open: boolean;
  flagged: boolean;
  changed: boolean | null;
};
type QuestionTasksProps = { reference: string; tasks: readonly QuestionTask[] };

/** The questions in their groups, each with how far it has got. */
export function QuestionTasks({ reference, tasks }: QuestionTasksProps) {
  return (Object.keys(GROUPS) as GroupId[]).map((group) => (
    <section key={group} aria-labelledby={`group-${group}`}>
      <h2 className="nhsuk-heading-s" id={`group-${group}`}>
        {GROUPS[group]}
      </h2>
      <TaskList
        tasks={QUESTIONS.filter((question) => question.group === group).map((question) => {
          const task = tasks.find(({ id }) => id === question.id);
          const asked = task !== undefined && task.state !== 'not_applicable';
          return {
            id: `task-${question.id}`,
            title: question.number ? `${question.number} ${question.short}` : question.short,
            href: asked ? paths.question(reference, question.id) : undefined,
            hint: asked ? undefined : 'Not needed, given your other answers',
            status: <TaskStatus task={task} />,
          };
        })}
      />
    </section>
  ));
}

/** Tags for what is left to do, plain words for what is done or closed. */
function TaskStatus({ task }: { task: QuestionTask | undefined }) {
  if (task === undefined || task.state === 'not_applicable') return 'Not needed';
  if (!task.open) return 'Closed';
  if (task.flagged && task.changed === false)
    return <Tag colour="orange">More information needed</Tag>;
  switch (task.state) {
    case 'not_started':
      return <Tag colour="blue">Not started</Tag>;
    case 'in_progress':
      return <Tag colour="yellow">In progress</Tag>;
    case 'completed':
      return task.changed === true ? 'Completed, changed' : 'Completed';
  }
}
