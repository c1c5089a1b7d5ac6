// Loaded into a child of the launcher: its input ends when the launcher goes, however that goes,
// and then it ends too. Processes that it forks may inherit this, and must not act on it.
if (process.env.PORTAL_LAUNCHER === String(process.ppid)) {
  process.stdin.on('end', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 5000).unref();
  });
  process.stdin.on('error', () => {});
  process.stdin.resume();
  process.stdin.unref?.();
}
