import { InsetText } from '@/components/ui/inset-text';
import { Link } from '@/components/ui/link';
import type { PlainDate } from '@/lib/domain/dates';
import { formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';

/** That the uploaded bank holidays end soon, or ended; nothing while `end` is null. */
export function CalendarEnd({ end, today }: { end: PlainDate | null; today: PlainDate }) {
  if (!end) return null;
  return (
    <InsetText>
      <p>
        The bank holiday calendar {end < today ? 'ended' : 'ends'} on {formatDate(end)}.{' '}
        <Link href={paths.holidaysNew}>Upload the next one</Link>
      </p>
    </InsetText>
  );
}
