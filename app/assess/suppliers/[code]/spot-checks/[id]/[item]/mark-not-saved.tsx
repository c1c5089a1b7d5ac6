import { Button } from '@/components/ui/button';
import { SummaryList } from '@/components/ui/summary-list';
import { WarningCallout } from '@/components/ui/warning-callout';
import { type FormValues, textValue } from '@/lib/domain/form-state';
import { forgetMarkAction } from './actions';

type MarkNotSavedProps = {
  place: { record: string; spotCheckId: string; itemId: string };
  words: FormValues;
  /** Whether the reader has a conflict of interest, which alone keeps them from marking. */
  conflicted: boolean;
};

const VERDICTS: Record<string, string> = { yes: 'Satisfactory', no: 'Not satisfactory' };

/** A mark that came when nobody, or not this person, could mark any more: to copy, then to throw away. */
export function MarkNotSaved({ place, words, conflicted }: MarkNotSavedProps) {
  const told = [
    { label: 'Evidence', value: VERDICTS[textValue(words, 'satisfactory')] ?? '' },
    { label: 'Reason', value: textValue(words, 'reason') },
    { label: 'Note for staff', value: textValue(words, 'staffNote') },
  ];
  return (
    <WarningCallout heading="What you typed was not saved">
      <p>
        {conflicted
          ? 'You have a conflict of interest with this supplier, so another assessor marks its evidence.'
          : 'The spot check could no longer be marked when you pressed ‘Save mark’.'}
      </p>
      <p>Copy what you still need.</p>
      <SummaryList
        rows={told
          .filter(({ value }) => value)
          .map(({ label, value }) => ({
            label,
            value: (
              <span className="app-typed" dir="auto">
                {value}
              </span>
            ),
          }))}
      />
      <form action={forgetMarkAction.bind(null, place)}>
        <Button variant="secondary">Remove these words</Button>
      </form>
    </WarningCallout>
  );
}
