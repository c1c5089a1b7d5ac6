import type { GuidanceChange } from '@/lib/domain/guidance-edit';
import { fullNameOf } from '@/lib/domain/questions/catalogue';

const WHAT = { point: 'Coverage point', reason: 'Reason' } as const;

function Words({ change }: { change: GuidanceChange }) {
  const { what, how, before, after, questionId } = change;
  const about = questionId === null ? '' : `${fullNameOf(questionId)}: `;
  const told = `${about}${about ? WHAT[what].toLowerCase() : WHAT[what]}`;
  if (how === 'reordered') return `${about}${WHAT[what].toLowerCase()}s put in another order`;
  if (how === 'reworded')
    return (
      <>
        {told} reworded: ‘<del dir="auto">{before}</del>’ is now ‘<ins dir="auto">{after}</ins>’
      </>
    );
  const text = <span dir="auto">{how === 'added' ? after : before}</span>;
  return (
    <>
      {told} {how}: ‘{text}’
    </>
  );
}

/** What one version changed, in words. */
export function GuidanceChanges({ changes }: { changes: readonly GuidanceChange[] }) {
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {changes.map((change) => (
        <li key={[change.questionId, change.what, change.how, change.before, change.after].join()}>
          <Words change={change} />
        </li>
      ))}
    </ul>
  );
}
