/** The id of the nth option, counted from 0: the first bears the field's own. */
export function choiceId(id: string, index: number): string {
  return index === 0 ? id : `${id}-${index + 1}`;
}
