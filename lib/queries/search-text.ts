/** Searched text without control characters: PostgreSQL takes no NUL, and no name holds one. */
export const plain = (text: string): string => text.replace(/\p{Cc}/gu, ' ');

/** A pattern that finds a part of a name; its own signs count as plain characters. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
