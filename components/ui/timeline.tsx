import type { ReactNode } from 'react';

export type TimelineItem = {
  id: string;
  title: ReactNode;
  /** The time in words, and as a machine reads it (ISO 8601). */
  when: string;
  dateTime: string;
  by?: ReactNode;
  detail?: ReactNode;
};

/** What happened, in the order given. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="app-timeline">
      {items.map((item) => (
        <li key={item.id} className="app-timeline__item">
          <p className="app-timeline__title">{item.title}</p>
          <p className="app-timeline__when">
            <time dateTime={item.dateTime}>{item.when}</time>
            {item.by ? <>, by {item.by}</> : null}
          </p>
          {item.detail ? <div className="app-timeline__detail">{item.detail}</div> : null}
        </li>
      ))}
    </ol>
  );
}
