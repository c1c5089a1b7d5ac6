import { SummaryList } from '@/components/ui/summary-list';
import { upperFirst } from '@/lib/domain/text';
import { formatDateTime } from '@/lib/format';
import type { HistoryEvent } from '@/lib/queries/manage/get-history';

const spoken = (name: string) => upperFirst(name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase());
const written = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value, null, 1);

/** What one event says, as it is recorded. */
export function EventWords({ event }: { event: HistoryEvent }) {
  if (event.redactedAt)
    return <p>The words of this event were taken out on {formatDateTime(event.redactedAt)}.</p>;
  if (event.contents === null)
    return <p>This event holds words of a draft, which only the supplier can read.</p>;
  const rows = Object.entries(event.contents).map(([name, value]) => ({
    label: spoken(name),
    value: <span className="app-typed">{written(value)}</span>,
  }));
  return rows.length > 0 ? <SummaryList rows={rows} /> : <p>This event holds no words.</p>;
}
