import { pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** The workers that run jobs, and when each last said that it lives; see db/job-workers.ts. */
export const jobWorkers = pgTable('job_workers', {
  workerId: text().primaryKey(),
  seenAt: instant().notNull(),
});
