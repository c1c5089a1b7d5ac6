import type { ReactNode } from 'react';
import type { Href } from '@/lib/paths';
import { Link } from './link';

export type Task = {
  /** Unique on the page; it names the parts that describe the link. */
  id: string;
  title: string;
  /** Without one the task cannot be started yet. */
  href?: Href | undefined;
  hint?: ReactNode;
  /** Plain words where all is done, a Tag where something is left to do. */
  status: ReactNode;
};

/** Markup of our own: the React library has no task list. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className="nhsuk-task-list">
      {tasks.map((task) => (
        <TaskItem key={task.id} task={task} />
      ))}
    </ul>
  );
}

function TaskItem({ task }: { task: Task }) {
  const hintId = `${task.id}-hint`;
  const statusId = `${task.id}-status`;
  const linked = task.href ? ' nhsuk-task-list__item--with-link' : '';
  return (
    <li className={`nhsuk-task-list__item${linked}`}>
      <div className="nhsuk-task-list__name-and-hint">
        {task.href ? (
          <Link
            className="nhsuk-link nhsuk-task-list__link"
            href={task.href}
            aria-describedby={task.hint ? `${hintId} ${statusId}` : statusId}
          >
            {task.title}
          </Link>
        ) : (
          <div>{task.title}</div>
        )}
        {task.hint ? (
          <div className="nhsuk-task-list__hint" id={hintId}>
            {task.hint}
          </div>
        ) : null}
      </div>
      <div
        className={`nhsuk-task-list__status${task.href ? '' : ' nhsuk-task-list__status--cannot-start-yet'}`}
        id={statusId}
      >
        {task.status}
      </div>
    </li>
  );
}
