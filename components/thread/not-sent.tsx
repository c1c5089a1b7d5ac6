import { Button } from '@/components/ui/button';
import { WarningCallout } from '@/components/ui/warning-callout';
import { type FormValues, textValue } from '@/lib/domain/form-state';

type NotSentProps = { kept: FormValues | null; forget: () => Promise<void> };

/** Words that came when nobody could write any more: to copy, then to throw away. */
export function NotSent({ kept, forget }: NotSentProps) {
  if (kept === null || textValue(kept, 'text') === '') return null;
  return (
    <WarningCallout heading="What you typed was not sent">
      <p>This had moved on since you opened the page. Copy what you still need.</p>
      <p className="app-typed" dir="auto">
        {textValue(kept, 'text')}
      </p>
      <form action={forget}>
        <Button variant="secondary">Remove these words</Button>
      </form>
    </WarningCallout>
  );
}
