const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether text from an address can be the id of a row at all: the database refuses to compare others. */
export const isId = (text: string): boolean => UUID.test(text);
