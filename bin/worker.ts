import { runJobs } from '@/lib/jobs/worker';
import { atEnd, runToEnd } from './children';
import { useDatabase } from './database';

/** npm run worker: runs jobs in a process of their own, where several servers share a database. */
runToEnd(async () => {
  await useDatabase();
  const worker = await runJobs();
  atEnd(worker.stop);
  console.log('Running jobs. Ctrl-C stops when those under way have ended.');
});
