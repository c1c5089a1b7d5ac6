import { closeDatabase } from '@/db/client';
import type { Actor, SystemActor } from '@/lib/domain/permissions';
import { verifyAssurances } from '@/lib/queries/figures/verify-assurances';
import { verifyCaseFigures } from '@/lib/queries/figures/verify-case-figures';
import { verifySupplierFigures } from '@/lib/queries/figures/verify-supplier-figures';
import { atEnd, end, runToEnd } from './children';
import { useDatabase } from './database';

const actor: SystemActor = { kind: 'system', name: 'figures:verify' };
const MOST_SHOWN = 20;

/** What is kept beside its source: each works it out again, and answers what does not agree, in words. */
const CHECKS: Record<string, (actor: Actor) => Promise<string[]>> = {
  'Figures of cases': verifyCaseFigures,
  'Figures of suppliers': verifySupplierFigures,
  'Assured approvals': verifyAssurances,
};

/** npm run figures:verify: works all kept figures out again, and names those that do not agree, with status 1. */
runToEnd(async () => {
  await useDatabase();
  atEnd(closeDatabase);
  let wrong = 0;
  for (const [name, check] of Object.entries(CHECKS)) {
    const faults = await check(actor);
    wrong += faults.length;
    console.log(`${name}: ${faults.length === 0 ? 'right' : `${faults.length} do not agree`}.`);
    for (const fault of faults.slice(0, MOST_SHOWN)) console.error(`  ${fault}`);
  }
  await end(wrong === 0 ? 0 : 1);
});
