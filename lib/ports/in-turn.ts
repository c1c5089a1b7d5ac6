type Turns = {
  /** So many at once: more would take the processors and the memory from everybody else. */
  atOnce: number;
  /** So many may wait; the rest are turned away by `tooMany`. */
  waiting?: number;
  tooMany?: () => Error;
};

/** Makes a function that runs pieces of work a few at a time, in the order in which they came. */
export function inTurns({ atOnce, waiting = Number.POSITIVE_INFINITY, tooMany }: Turns) {
  let running = 0;
  const queue: (() => void)[] = [];

  return async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= atOnce) {
      if (queue.length >= waiting) throw tooMany?.() ?? new Error('too many at once');
      // Whoever ends hands over its place, so that nobody can slip in between.
      await new Promise<void>((resolve) => queue.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
