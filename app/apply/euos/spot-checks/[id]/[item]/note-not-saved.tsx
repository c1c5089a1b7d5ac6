import { Button } from '@/components/ui/button';
import { WarningCallout } from '@/components/ui/warning-callout';
import { forgetNoteAction } from './actions';

type NoteNotSavedProps = { spotCheckId: string; itemId: string; note: string };

/** A note that came when the spot check was sent already: to copy, then to throw away. */
export function NoteNotSaved({ spotCheckId, itemId, note }: NoteNotSavedProps) {
  return (
    <WarningCallout heading="What you typed was not saved">
      <p>The spot check had been sent or finished before you pressed ‘Save note’.</p>
      <p>Copy what you still need.</p>
      <p className="app-typed" dir="auto">
        {note}
      </p>
      <form action={forgetNoteAction.bind(null, spotCheckId, itemId)}>
        <Button variant="secondary">Remove these words</Button>
      </form>
    </WarningCallout>
  );
}
