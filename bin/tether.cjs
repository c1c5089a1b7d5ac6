// Loaded into a child of the launcher: its input ends when the launcher goes, however that goes,
// and then it ends too. Processes that it forks may inherit this, and must not act on it, nor must
// its threads, whose input ends at once. CommonJS, since after an --import Node 20.9 cannot run a
// script without an extension, as Next's is.
if (process.env.PORTAL_LAUNCHER === String(process.ppid)) {
  import('node:worker_threads').then(({ isMainThread }) => {
    if (!isMainThread) return;
    process.stdin.on('end', () => {
      process.kill(process.pid, 'SIGTERM');
      setTimeout(() => process.exit(1), 5000).unref();
    });
    process.stdin.on('error', () => {});
    process.stdin.resume();
    process.stdin.unref?.();
  });
}
