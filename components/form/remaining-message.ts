/** The words under a counted text box: what is left, or by how much it is too long. */
export function remainingMessage(max: number, count: number): string {
  const difference = Math.abs(max - count);
  const noun = difference === 1 ? 'character' : 'characters';
  return count > max
    ? `You have ${difference} ${noun} too many`
    : `You have ${difference} ${noun} remaining`;
}
