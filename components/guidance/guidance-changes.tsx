import type { GuidanceChange } from '@/lib/domain/guidance-edit';
import { changeWords } from '@/lib/domain/guidance-words';

/** What one version changed, in words. */
export function GuidanceChanges({ changes }: { changes: readonly GuidanceChange[] }) {
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {changes.map(changeWords).map((words) => (
        <li key={words} dir="auto">
          {words}
        </li>
      ))}
    </ul>
  );
}
