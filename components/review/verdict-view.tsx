import { Tag } from '@/components/ui/tag';
import type { Withdrawal } from '@/lib/domain/carried-verdicts';
import type { CaseQuestion, ShownNote } from '@/lib/domain/case-view';
import { VERDICT_LABELS } from '@/lib/domain/review';
import { formatDateTime } from '@/lib/format';

const WITHDRAWN: Record<Withdrawal, string> = {
  changed: 'withdrawn, because the answer changed',
  unlocked: 'withdrawn, because the supplier opened the question',
  insufficient: 'to be judged again, with what the supplier answered',
};

type VerdictViewProps = Pick<CaseQuestion, 'standing' | 'last' | 'reasons' | 'points'> & {
  round: number;
};

/** The verdict in force with its reasons and note, or that there is none and what was before. */
export function VerdictView({ standing, last, reasons, points, round }: VerdictViewProps) {
  const earlier = standing.from === 'none' ? standing.earlier : null;
  const verdict = standing.from === 'none' ? earlier?.verdict : standing.verdict;
  if (!verdict || !last) return <p className="app-verdict-none">Not reviewed yet</p>;
  const { label, colour } = VERDICT_LABELS[verdict];
  const uncovered = points.filter((point) => last.points[point.id] === 'not_covered');
  return (
    <div className="app-verdict-view">
      <p className="app-verdict-view__line">
        <Tag colour={earlier ? 'grey' : colour}>{label}</Tag>
        <span>
          {last.round === round ? '' : `in round ${last.round}`}
          {earlier ? `, ${WITHDRAWN[earlier.why]}` : ''}
          {standing.from === 'carried' ? ', and the answer has not changed since' : ''}
        </span>
      </p>
      {last.reasons.length > 0 ? (
        <ul className="nhsuk-list nhsuk-list--bullet app-verdict-view__list">
          {last.reasons.map((id) => (
            <li key={id}>{reasons.find((reason) => reason.id === id)?.text ?? id}</li>
          ))}
        </ul>
      ) : null}
      {uncovered.length > 0 ? (
        <p>Not covered: {uncovered.map((point) => point.text).join('; ')}</p>
      ) : null}
      {last.noteToSupplier === '' ? null : (
        <p className="app-verdict-view__note" dir="auto">
          <strong>Note to the supplier:</strong> {last.noteToSupplier}
        </p>
      )}
      <p className="app-case-when">
        By {last.reviewerName}, {formatDateTime(last.reviewedAt)}
      </p>
    </div>
  );
}

/** Notes that only staff read, visibly apart from what the supplier sees. */
export function StaffNotes({ notes }: { notes: readonly ShownNote[] }) {
  if (notes.length === 0) return null;
  return (
    <div className="app-staff-only">
      <p className="app-staff-only__label">Notes for staff. Suppliers never see them</p>
      {notes.map((note) => (
        <div key={note.id} className="app-staff-only__note">
          <p dir="auto">{note.body}</p>
          <p className="app-case-when">
            {note.by}, {formatDateTime(note.at)}, round {note.round}
          </p>
        </div>
      ))}
    </div>
  );
}
