/** Where a page of a list ended: the instant that sorts it, and the row's id among equals. */
export type Cursor = { at: Date; id: string };

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A cursor as an address holds it: nothing to read in it, nothing to guess from it. */
export const writeCursor = ({ at, id }: Cursor): string =>
  Buffer.from(`${at.getTime()} ${id}`).toString('base64url');

/** The cursor in an address; null when there is none or somebody changed it. */
export function readCursor(text: string | undefined): Cursor | null {
  const [time = '', id = ''] = Buffer.from(text ?? '', 'base64url')
    .toString('utf8')
    .split(' ');
  if (!/^[0-9]{1,14}$/.test(time) || !UUID.test(id)) return null;
  return { at: new Date(Number(time)), id };
}
