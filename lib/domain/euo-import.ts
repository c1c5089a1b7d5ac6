import { londonDate } from './clock';
import { addDays, type PlainDate } from './dates';
import type { ImportVerdicts } from './import-verdicts';

/** An import from its upload on; ids are kept, so never renamed. */
export const IMPORT_STATES = {
  waiting: { label: 'Waiting to be checked', colour: 'blue' },
  checking: { label: 'Being checked', colour: 'blue' },
  preview: { label: 'Waits for you', colour: 'yellow' },
  applying: { label: 'Being imported', colour: 'blue' },
  done: { label: 'Imported', colour: 'green' },
  refused: { label: 'Not imported', colour: 'red' },
  given_up: { label: 'Given up', colour: 'grey' },
} as const;
export type ImportState = keyof typeof IMPORT_STATES;
export const IMPORT_STATE_IDS = Object.keys(IMPORT_STATES) as ImportState[];

/** What becomes of a row; likewise. `edited`: kept as somebody edited it on its page. */
export const OUTCOMES = ['add', 'change', 'edited', 'same', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export type OutcomeCounts = Record<Outcome, number>;

/** Whether a checked import holds nothing that could be imported, so that it waits for nobody. */
export const hasNothing = ({ state, counts }: { state: ImportState; counts: OutcomeCounts }) =>
  (state === 'preview' || state === 'given_up') && counts.add + counts.change + counts.edited === 0;

/** One row as the preview shows it; `changes`: what a field is and what it is to be. */
export type PreviewRow = {
  line: number;
  code: string;
  name: string;
  product: string;
  reasons?: string[];
  changes?: Record<string, [before: string | null, after: string | null]>;
};
export type Preview = Record<Outcome, PreviewRow[]> & { verdicts?: ImportVerdicts };

/** Bytes of the longest file: more than a million rows. */
export const MOST_BYTES_OF_AN_IMPORT = 200 * 1024 * 1024;
/** The name of a file that was pasted, and its bytes up to which a form shows it again. */
export const PASTED_ROWS = 'Pasted rows.csv';
export const MOST_BYTES_SHOWN_AGAIN = 150_000;
/** Whether the rows of an import can be mended where they were pasted. */
export const canMendPasted = (file: { fileName: string; size: number }): boolean =>
  file.fileName === PASTED_ROWS && file.size <= MOST_BYTES_SHOWN_AGAIN;
/** Days for which a preview waits to be confirmed; its rows are kept no longer. */
export const PREVIEW_DAYS = 7;
/** The last day on which an import can be confirmed that was checked then. */
export const confirmedBy = (checkedAt: Date): PlainDate =>
  addDays(londonDate(checkedAt), PREVIEW_DAYS);
export const isAbandoned = (checkedAt: Date, today: PlainDate): boolean =>
  today > confirmedBy(checkedAt);

/** Rows of each kind that a preview shows. */
export const ROWS_SHOWN = 25;
