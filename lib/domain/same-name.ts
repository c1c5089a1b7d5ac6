const LEGAL_FORMS = /\b(?:limited|ltd|plc|llp|the|uk|and)\b/g;
/** A name as it is compared: case, marks, legal forms and a code in brackets at its end aside. */
export const comparedName = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\([^()]*\)\s*$/, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(LEGAL_FORMS, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Whether a name holds the other as whole words; one of legal forms alone is like none. */
export const holdsName = (name: string, other: string): boolean =>
  other !== '' && ` ${name} `.includes(` ${other} `);

/** Whether two names are the same but for case, marks and legal forms. */
export const isSameName = (name: string, other: string): boolean =>
  comparedName(name) === comparedName(other);
