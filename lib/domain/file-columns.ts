/** A column that a file may hold: what it is called, first as we write it, and whether it must be there. */
export type ColumnSpec = { names: readonly [string, ...string[]]; required: boolean };

/** Where each column stands, from 0; null for one that the file does not have. */
export type Columns<Id extends string> = Record<Id, number | null>;

export type ColumnsFound<Id extends string> =
  | { ok: true; columns: Columns<Id> }
  | { ok: false; missing: string[]; doubled: string[] };

/** More headings than any real file has: past it a file is no table of ours. */
const MOST_COLUMNS = 200;

/** A heading as it is compared: case, spaces, marks between words and what stands in brackets aside. */
const folded = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[\s_\-.\ufeff]+/g, ' ')
    .trim()
    .toLowerCase();

/**
 * Finds columns by their headings, in any order, among others that nobody asked for. A heading that
 * stands twice is a problem, since nobody can say which of the two is meant.
 */
export function findColumns<Id extends string>(
  specs: Record<Id, ColumnSpec>,
  headings: readonly string[],
): ColumnsFound<Id> {
  const found = headings.slice(0, MOST_COLUMNS).map(folded);
  const columns = {} as Columns<Id>;
  const missing: string[] = [];
  const doubled: string[] = [];
  for (const id of Object.keys(specs) as Id[]) {
    const { names, required } = specs[id];
    const own = names.map(folded);
    const places = found.flatMap((heading, place) => (own.includes(heading) ? [place] : []));
    if (places.length > 1) doubled.push(names[0]);
    if (places.length === 0 && required) missing.push(names[0]);
    columns[id] = places[0] ?? null;
  }
  return missing.length + doubled.length > 0
    ? { ok: false, missing, doubled }
    : { ok: true, columns };
}

/** What is wrong with the headings, as a sentence without a full stop. */
export function columnsProblem(missing: readonly string[], doubled: readonly string[]): string {
  const listed = (names: readonly string[]) => names.map((name) => `‘${name}’`).join(', ');
  const plural = (names: readonly string[]) => (names.length > 1 ? 'columns' : 'column');
  if (missing.length > 0)
    return `The selected file must have the ${plural(missing)} ${listed(missing)} in its first row`;
  return `The selected file must have the ${plural(doubled)} ${listed(doubled)} once only`;
}

/** What is wrong with a file that cannot be read from a line on, likewise. */
export const brokenProblem = (line: number): string =>
  `The file cannot be read from line ${line} on: a quotation mark is opened there and never closed, or the row is far too long. Mend it and upload the file again`;
