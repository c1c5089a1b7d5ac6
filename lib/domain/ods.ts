/** What reading a code gives: the code in its stored form, or the sentence for its field. */
export type OdsCodeReading = { ok: true; code: string } | { ok: false; message: string };
export type DsptIdentifierReading =
  | { ok: true; identifier: string }
  | { ok: false; message: string };

const MAX_ODS_CODE = 9;
const MAX_DSPT_IDENTIFIER = 23;

/**
 * Reads an ODS code: trimmed, upper case, 1 to 9 letters and digits (the ODS rules). Checked before
 * the case is changed, since some foreign letters turn into ASCII ones. What the code stands for
 * cannot be told from it.
 */
export function readOdsCode(text: string): OdsCodeReading {
  const typed = text.trim();
  if (typed === '') return { ok: false, message: 'Enter an ODS code' };
  if (!/^[A-Za-z0-9]+$/.test(typed)) {
    return { ok: false, message: 'ODS code must only include letters and numbers' };
  }
  if (typed.length > MAX_ODS_CODE) {
    return { ok: false, message: `ODS code must be ${MAX_ODS_CODE} characters or fewer` };
  }
  return { ok: true, code: typed.toUpperCase() };
}

/**
 * Reads a DSPT identifier, the code a status was published under: trimmed, upper case, up to 23
 * letters and digits with hyphens or spaces between them (the public register holds both). Compare
 * it with the register's codes read the same way, since those mix cases.
 */
export function readDsptIdentifier(text: string): DsptIdentifierReading {
  const typed = text.trim().replace(/ +/g, ' ');
  if (typed === '') return { ok: false, message: 'Enter a DSPT identifier' };
  if (!/^[A-Za-z0-9](?:[A-Za-z0-9 -]*[A-Za-z0-9])?$/.test(typed)) {
    const message = 'DSPT identifier must only include letters, numbers, hyphens and spaces';
    return { ok: false, message };
  }
  if (typed.length > MAX_DSPT_IDENTIFIER) {
    const message = `DSPT identifier must be ${MAX_DSPT_IDENTIFIER} characters or fewer`;
    return { ok: false, message };
  }
  return { ok: true, identifier: typed.toUpperCase() };
}
