import { Readable } from 'node:stream';
import { attachEvidence } from '@/lib/commands/apply/attach-evidence';
import { confirmDecision } from '@/lib/commands/assess/confirm-decision';
import { recordScan } from '@/lib/commands/evidence/record-scan';
import { addWorkingDays, londonDate } from '@/lib/domain/clock';
import type { Outcome } from '@/lib/domain/decision';
import type { QuestionId } from '@/lib/domain/questions/types';
import { now } from '@/lib/ports/clock';
import { fileStore } from '@/lib/ports/store';
import { assessment } from '@/lib/testing/assessment';
import { uploaded } from '@/lib/testing/evidence';
import { expectOk, type Supplier as WorldSupplier } from '@/lib/testing/world';
import type { BrowserCast, Person, Supplier } from './browser-cast';

/** How far a case has come; each stage holds those before it. */
export const STAGES = [
  ...['draft', 'finished', 'submitted', 'taken', 'reviewed', 'requested'],
  ...['resubmitted', 'recommended', 'approved', 'conditional', 'rejected'],
] as const;
export type Stage = (typeof STAGES)[number];

type Staff = { assessor: Person; second: Person };

/** What the assessor finds lacking where a case is sent back. */
const LACKING: QuestionId = 'euo-process';

const OUTCOMES: Partial<Record<Stage, Outcome>> = {
  conditional: 'approved_with_conditions',
  rejected: 'rejected',
};

/** Moves applications to where a test begins, by the commands that the pages call. */
export function browserCases(cast: BrowserCast) {
  const { sql, finishedDraft } = cast;
  const steps = assessment({ sql, finishedDraft: finishedDraft as never });
  const asOwner = ({ sam }: Supplier) =>
    ({ person: sam.actor, signatory: sam.actor }) as WorldSupplier;

  async function recommend({ assessor }: Staff, reference: string, outcome: Outcome) {
    const reasons = 'Every question was read and weighed.';
    const dueOn = addWorkingDays(londonDate(now()), 20);
    const condition = { questionId: LACKING, text: 'Name who checks.', dueOn };
    const conditions = outcome === 'approved_with_conditions' ? [condition] : [];
    await steps.recommend(assessor.actor, reference, { outcome, reasons, conditions });
  }

  async function confirm({ second }: Staff, reference: string) {
    const version = await steps.mark(second.actor, reference);
    expectOk(await confirmDecision(second.actor, { reference, version }));
  }

  async function send({ assessor }: Staff, reference: string) {
    const dueOn = addWorkingDays(londonDate(now()), 10);
    await steps.reviewAll(assessor.actor, reference, { [LACKING]: 'insufficient' });
    expectOk(await steps.send(assessor.actor, reference, { dueOn }));
  }

  /** A scanned file with Q.4 of a draft; answers its id. */
  async function fileOn(reference: string, owner: Supplier): Promise<string> {
    const file = uploaded('scope.txt', { content: 'Our ISMS covers this product.' });
    await fileStore().put(file.key, Readable.from('Our ISMS covers this product.'));
    const files = [{ ...file, mediaType: 'text/plain' }];
    expectOk(await attachEvidence(owner.sam.actor, { reference, questionId: 'isms', files }));
    const [row] = await sql`select f.id from evidence_files f
      join applications a on a.id = f.application_id where a.reference = ${reference}`;
    const system = { kind: 'system', name: 'test' } as const;
    expectOk(await recordScan(system, { fileId: row?.id, scan: 'clean', signature: null }));
    return row?.id;
  }

  /** An application of this supplier that has come so far; answers its reference. */
  async function caseAt(stage: Stage, owner: Supplier, staff: Staff): Promise<string> {
    if (stage === 'draft') return cast.draft(owner);
    const reference = await finishedDraft(owner);
    if (stage === 'finished') return reference;
    if (stage === 'submitted') await fileOn(reference, owner);
    expectOk(await steps.submit(asOwner(owner), reference));
    if (stage === 'submitted') return reference;
    await steps.assign(reference, staff.assessor.actor);
    if (stage === 'taken') return reference;
    if (stage === 'requested' || stage === 'resubmitted') {
      await send(staff, reference);
      if (stage === 'requested') return reference;
      expectOk(await steps.submit(asOwner(owner), reference));
      return reference;
    }
    const outcome = OUTCOMES[stage] ?? 'approved';
    const verdicts = outcome === 'approved' ? {} : ({ [LACKING]: 'not_met' } as const);
    await steps.reviewAll(staff.assessor.actor, reference, verdicts);
    if (stage === 'reviewed') return reference;
    await recommend(staff, reference, outcome);
    if (stage === 'recommended') return reference;
    await confirm(staff, reference);
    return reference;
  }

  /** A case that was submitted with these answers, which nobody has taken yet. */
  async function submitted(owner: Supplier, changes: Parameters<typeof finishedDraft>[1]) {
    const reference = await finishedDraft(owner, changes);
    expectOk(await steps.submit(asOwner(owner), reference));
    return reference;
  }

  return { caseAt, submitted, fileOn };
}
export type BrowserCases = ReturnType<typeof browserCases>;
