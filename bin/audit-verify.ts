import { closeDatabase } from '@/db/client';
import { describeBrokenLink } from '@/lib/domain/audit';
import type { SystemActor } from '@/lib/domain/permissions';
import { formatCount, formatDateTime } from '@/lib/format';
import { findHistoryCode } from '@/lib/queries/audit/find-history-code';
import { type AuditCounts, verifyChains } from '@/lib/queries/audit/verify-chains';
import { atEnd, end, runToEnd } from './children';
import { useDatabase } from './database';

const actor: SystemActor = { kind: 'system', name: 'audit:verify' };

const inWords = (counts: AuditCounts) =>
  [
    formatCount(counts.chains, 'history', 'histories'),
    formatCount(counts.events, 'event'),
    formatCount(counts.submissions, 'submission'),
    `${formatCount(counts.redacted, 'event')} redacted`,
  ].join(', ');

async function verifyAll(): Promise<number> {
  const started = Date.now();
  const { counts, broken } = await verifyChains(actor, (so) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${inWords(so)}`);
  });
  if (process.stderr.isTTY) process.stderr.write('\n');
  if (broken) {
    console.error(`Broken: ${describeBrokenLink(broken)}.`);
    return 1;
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`Whole: ${inWords(counts)}, read in ${seconds} seconds.`);
  return 0;
}

async function lookUp(code: string): Promise<number> {
  const found = await findHistoryCode(actor, code.toLowerCase());
  if (!found) {
    console.error('No history holds this code: either the history was rewritten, or the receipt.');
    return 1;
  }
  const { reference, sequence, at, label } = found;
  console.log(`Event ${sequence} of ${reference}: ${label}, ${formatDateTime(at)}.`);
  return 0;
}

/**
 * npm run audit:verify: verifies every history and names the first broken link, with status 1. With
 * a history code from a receipt after `--`, says which event bears it.
 */
runToEnd(async () => {
  await useDatabase();
  atEnd(closeDatabase);
  const code = process.argv[2]?.replace(/\s/g, '');
  await end(code ? await lookUp(code) : await verifyAll());
});
