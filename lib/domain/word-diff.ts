export type DiffPiece = { kind: 'same' | 'removed' | 'added'; text: string };

/**
 * Beyond this many changed words and gaps, side by side tells more than a marked text; it also
 * bounds the work (both lengths times this) and the trail (its square, about 4 MB).
 */
const MAX_CHANGES = 1000;

type Step = { kind: DiffPiece['kind']; token: number };
type Side = readonly number[];

/** Myers' greedy search: the trail of furthest points for each number of changes, or null. */
function trailOf(a: Side, b: Side): Int32Array[] | null {
  const offset = MAX_CHANGES + 1;
  const furthest = new Int32Array(2 * offset + 1);
  const trail: Int32Array[] = [];
  for (let changes = 0; changes <= Math.min(MAX_CHANGES, a.length + b.length); changes += 1) {
    trail.push(furthest.slice(offset - changes - 1, offset + changes + 2));
    for (let k = -changes; k <= changes; k += 2) {
      const down = furthest[offset + k + 1] ?? 0;
      const right = (furthest[offset + k - 1] ?? 0) + 1;
      let x = k === -changes || (k !== changes && right <= down) ? down : right;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      furthest[offset + k] = x;
      if (x >= a.length && x - k >= b.length) return trail;
    }
  }
  return null;
}

/** Walks the trail back from the end into steps; all removed, all added where there is no trail. */
function stepsOf(a: Side, b: Side): Step[] {
  const trail = trailOf(a, b);
  const removed = (token: number): Step => ({ kind: 'removed', token });
  const added = (token: number): Step => ({ kind: 'added', token });
  if (!trail) return [...a.map(removed), ...b.map(added)];
  const steps: Step[] = [];
  let [x, y] = [a.length, b.length];
  for (let changes = trail.length - 1; changes >= 0; changes -= 1) {
    const at = (k: number) => trail[changes]?.[k + changes + 1] ?? 0;
    const k = x - y;
    const down = k === -changes || (k !== changes && at(k - 1) + 1 <= at(k + 1));
    const startX = changes === 0 ? 0 : down ? at(k + 1) : at(k - 1) + 1;
    for (; x > startX; x -= 1) steps.push({ kind: 'same', token: a[x - 1] ?? 0 });
    y = x - k;
    if (changes === 0) break;
    if (down) y -= 1;
    else x -= 1;
    steps.push(down ? added(b[y] ?? 0) : removed(a[x] ?? 0));
  }
  return steps.reverse();
}

const isGap = (text: string) => /^\s+$/.test(text);

/** Brings steps into pieces: within one change first all that went, then all that came. */
function piecesOf(steps: Step[], words: string[]): DiffPiece[] {
  const pieces: DiffPiece[] = [];
  let [removed, added, same] = ['', '', ''];
  const flush = () => {
    if (removed !== '') pieces.push({ kind: 'removed', text: removed });
    if (added !== '') pieces.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  steps.forEach((step, index) => {
    const word = words[step.token] ?? '';
    if (step.kind === 'same') {
      // A single gap between two rewritten words would only chop the rewriting to pieces.
      const next = steps[index + 1]?.kind ?? 'same';
      const bridge = same === '' && removed !== '' && added !== '' && next !== 'same';
      if (bridge && isGap(word) && !word.includes('\n')) {
        removed += word;
        added += word;
        return;
      }
      flush();
      same += word;
      return;
    }
    if (same !== '') pieces.push({ kind: 'same', text: same });
    same = '';
    if (step.kind === 'removed') removed += word;
    else added += word;
  });
  flush();
  if (same !== '') pieces.push({ kind: 'same', text: same });
  return pieces;
}

/**
 * What changed between two texts, by words and the gaps between them, in reading order. The pieces
 * that are not added join to `before`, those not removed to `after`, exactly. Texts too different
 * to compare in bounded work come back as one removal and one addition between what both share at
 * their ends. Compares as stored: normalise first.
 */
export function diffWords(before: string, after: string): DiffPiece[] {
  const ids = new Map<string, number>();
  const tokens = (text: string) =>
    (text.match(/\s+|\S+/g) ?? []).map((word) => {
      const id = ids.get(word) ?? ids.size;
      ids.set(word, id);
      return id;
    });
  const [a, b] = [tokens(before), tokens(after)];
  const words = [...ids.keys()];
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  const rest = Math.min(a.length, b.length) - start;
  while (end < rest && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const same = (token: number): Step => ({ kind: 'same', token });
  const steps = [
    ...a.slice(0, start).map(same),
    ...stepsOf(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map(same),
  ];
  return piecesOf(steps, words);
}
