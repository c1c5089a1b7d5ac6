/** A reference such as DSI-7K3M-9Q2T, wherever it stands in a text. */
export const REFERENCE_PATTERN = /DSI-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/;
