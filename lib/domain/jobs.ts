/** What each job is told; ids only, never words or secrets, since payloads stay in the queue. */
export type JobPayloads = {
  'expire-requests': Record<string, never>;
  /** Has a file scanned for viruses; `fileId` is of `evidence_files`. */
  'scan-evidence': { fileId: string };
  /** Removes bytes that nothing refers to any more. */
  'purge-evidence': { storageKey: string };
  /** Removes bytes that were stored and never attached, as a killed server leaves them. */
  'sweep-evidence': Record<string, never>;
  /** Reads the file of a public register's snapshot. */
  'read-register': { snapshotId: string };
  /** Judges every onboarding again. */
  'judge-onboardings': { runId: string };
  /** Has them judged, since a new day may make an edition or a policy of another. */
  'judge-new-day': Record<string, never>;
  /** Counts the suppliers again of which something changed since they were counted. */
  'count-suppliers': Record<string, never>;
  /** Folds the counts of assured approvals together. */
  'fold-assurances': Record<string, never>;
  /** Reads the file of an import and works out what it would do. */
  'check-import': { importId: string };
  /** Does it. */
  'apply-import': { importId: string };
  /** Removes the rows of an import that ended, but for those that were refused. */
  'clear-import': { importId: string };
  /** Gives up imports that nobody confirmed in time, and removes the rows of what ended. */
  'end-imports': Record<string, never>;
  /** Counts anew every case whose history went on. */
  'count-cases': Record<string, never>;
  /** Tells everybody whom an event concerns. */
  tell: { eventId: string };
  /** Sends one email of `deliveries`. */
  'send-mail': { deliveryId: string };
  /** Marks as failed what waits and that no job will send any more. */
  'note-lost-mail': Record<string, never>;
  /** The same of files and registers, and has told again what was never told. */
  'note-lost-work': Record<string, never>;
  'make-digests': Record<string, never>;
  remind: Record<string, never>;
};
export type JobName = keyof JobPayloads;

/** What runs by the clock (UTC: minute, hour, day, month, weekday). */
export const JOBS_BY_THE_CLOCK: readonly (readonly [when: string, job: JobName])[] = [
  ['7 * * * *', 'expire-requests'],
  // Hourly, so that an hour in which nothing ran is made up for: nobody is reminded twice.
  ['17 6-17 * * *', 'remind'],
  ['30 6 * * 1-5', 'make-digests'],
  // After midnight in London, in summer and in winter.
  ['5 0 * * *', 'judge-new-day'],
  ['12 2 * * *', 'end-imports'],
  ['47 2 * * *', 'sweep-evidence'],
  ['23 * * * *', 'note-lost-mail'],
  ['38 * * * *', 'note-lost-work'],
  // What a worker that died left uncounted.
  ['*/10 * * * *', 'count-cases'],
  ['*/10 * * * *', 'count-suppliers'],
  ['*/5 * * * *', 'fold-assurances'],
];
