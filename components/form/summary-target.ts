/** The id of the input a problem points to: a date's first part bears the id of the whole. */
export function summaryTarget(field: string, idPrefix: string): string {
  return `${idPrefix}${field.replace(/-day$/, '')}`;
}
