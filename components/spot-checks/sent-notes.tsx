import { formatDate } from '@/lib/format';

type SentNotesProps = { sent: readonly { round: number; note: string; at: Date }[] };

/** The words that were sent of one of a sample, each with its day, the oldest first; nothing where there are none. */
export function SentNotes({ sent }: SentNotesProps) {
  return sent
    .filter(({ note }) => note !== '')
    .map(({ round, note, at }) => (
      <div key={round}>
        <p>Note sent on {formatDate(at)}:</p>
        <p className="app-typed" dir="auto">
          {note}
        </p>
      </div>
    ));
}
