import type { TimelineItem } from '@/components/ui/timeline';
import type { TimelineEntry } from '@/lib/domain/timeline';
import { formatDateTime } from '@/lib/format';

/** One entry as the timeline shows it; what somebody wrote stands in quotation marks. */
export const timelineItem = ({ sequence, title, at, by, lines, quoted }: TimelineEntry) =>
  ({
    id: String(sequence),
    title,
    when: formatDateTime(at),
    dateTime: at.toISOString(),
    by,
    detail:
      lines.length === 0 && quoted === null ? undefined : (
        <>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {quoted === null ? null : <p className="app-typed">‘{quoted}’</p>}
        </>
      ),
  }) satisfies TimelineItem;
