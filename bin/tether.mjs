// Loaded into the server: its input ends when the launcher goes, however that goes, and then it ends.
process.stdin.on('end', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 5000).unref();
});
process.stdin.on('error', () => {});
process.stdin.resume();
process.stdin.unref?.();
