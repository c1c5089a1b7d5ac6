import { Button } from '@/components/ui/button';
import type { PlainDate } from '@/lib/domain/dates';
import type { OutcomeCounts } from '@/lib/domain/euo-import';
import { formatCount, formatDate } from '@/lib/format';

type ConfirmImportProps = {
  counts: OutcomeCounts;
  /** The last day on which it can be confirmed. */
  until: PlainDate;
  confirm: (form: FormData) => Promise<void>;
  giveUp: () => Promise<void>;
};

/** The two ways on from a preview; with nothing to import there is one. */
export function ConfirmImport({ counts, until, confirm, giveUp }: ConfirmImportProps) {
  const { add, change, edited } = counts;
  const rows = add + change;
  return (
    <>
      {rows + edited > 0 ? (
        <form action={confirm}>
          <p>
            Nothing is imported yet. You can import it until {formatDate(until)}. After that it is
            given up.
          </p>
          {edited > 0 ? <ReplaceEdited edited={edited} /> : null}
          <Button>{rows > 0 ? `Import ${formatCount(rows, 'row')}` : 'Import'}</Button>
        </form>
      ) : (
        <p>There is nothing to import.</p>
      )}
      <form action={giveUp}>
        <Button variant="secondary">{rows + edited > 0 ? 'Give up' : 'Finish'}</Button>
      </form>
    </>
  );
}

function ReplaceEdited({ edited }: { edited: number }) {
  return (
    <div className="nhsuk-form-group">
      <div className="nhsuk-checkboxes">
        <div className="nhsuk-checkboxes__item">
          <input
            className="nhsuk-checkboxes__input"
            id="replace-edited"
            name="replaceEdited"
            type="checkbox"
            value="yes"
          />
          <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor="replace-edited">
            Also replace what was edited since ({formatCount(edited, 'row')})
          </label>
        </div>
      </div>
    </div>
  );
}
