import type { JobHandlers } from '@/db/job-worker';
import { expireRequests } from '@/lib/commands/assess/expire-requests';
import { clearImport } from '@/lib/commands/imports/apply-import';
import { endAbandonedImports } from '@/lib/commands/imports/end-abandoned';
import { foldAssurances } from '@/lib/commands/manage/fold-assurances';
import { makeDigests } from '@/lib/commands/messages/make-digests';
import { noteLostMail } from '@/lib/commands/messages/note-lost-mail';
import { remind } from '@/lib/commands/messages/remind';
import { tellEvent } from '@/lib/commands/messages/tell-event';
import { judgeNewDay } from '@/lib/commands/onboardings/judge-new-day';
import type { JobName } from '@/lib/domain/jobs';
import type { SystemActor } from '@/lib/domain/permissions';
import { checkImport, doImport } from './check-import';

import { countCases } from './count-cases';

import { countAllMarked } from './count-suppliers';

import { done } from './done';
import { judgeAll } from './judge-onboardings';
import { sendMailJob } from './messages';
import { noteLostWork } from './note-lost-work';
import { readRegister } from './read-register';
import { purgeEvidence, scanEvidence } from './scan-evidence';
import { sweepEvidence } from './sweep-evidence';

const system = (name: JobName): SystemActor => ({ kind: 'system', name });

/** What each job does: one command, as the system. */
export const HANDLERS: JobHandlers = {
  'scan-evidence': ({ fileId }, attempt) => scanEvidence(fileId, attempt),
  'purge-evidence': ({ storageKey }) => purgeEvidence(storageKey),
  'sweep-evidence': () => sweepEvidence(system('sweep-evidence')),
  'read-register': ({ snapshotId }) => readRegister(snapshotId),
  'judge-onboardings': ({ runId }) => judgeAll(system('judge-onboardings'), runId),
  'judge-new-day': () => done(judgeNewDay(system('judge-new-day'), {})),
  'count-suppliers': () => countAllMarked(system('count-suppliers')),
  'fold-assurances': () => done(foldAssurances(system('fold-assurances'), {})),
  'check-import': ({ importId }) => checkImport(importId),
  'apply-import': ({ importId }) => doImport(importId),
  'clear-import': ({ importId }) => done(clearImport(system('clear-import'), { importId })),
  'end-imports': () => done(endAbandonedImports(system('end-imports'), {})),
  'count-cases': () => countCases(system('count-cases')),
  tell: ({ eventId }) => done(tellEvent(system('tell'), { eventId })),
  'send-mail': ({ deliveryId }, attempt) => sendMailJob(system('send-mail'), deliveryId, attempt),
  'note-lost-mail': () => done(noteLostMail(system('note-lost-mail'), {})),
  'note-lost-work': () => noteLostWork(system('note-lost-work')),
  'make-digests': () => done(makeDigests(system('make-digests'), {})),
  remind: () => done(remind(system('remind'), {})),
  'expire-requests': () => done(expireRequests(system('expire-requests'))),
};
