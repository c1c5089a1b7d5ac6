const TIMES = 15;

/** Milliseconds, the median of several runs after three that warm up. */
export async function median(work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let n = -3; n < TIMES; n += 1) {
    const begun = performance.now();
    await work();
    if (n >= 0) taken.push(performance.now() - begun);
  }
  return taken.sort((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0;
}
