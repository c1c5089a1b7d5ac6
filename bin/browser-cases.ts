import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { askInThread } from '@/lib/commands/apply/ask-in-thread';
import { attachEvidence } from '@/lib/commands/apply/attach-evidence';
import { answerInThread } from '@/lib/commands/assess/answer-in-thread';
import { confirmDecision } from '@/lib/commands/assess/confirm-decision';
import { addOnboarding } from '@/lib/commands/onboardings/add-onboarding';
import { attachOnboardingEvidence } from '@/lib/commands/onboardings/attach-onboarding-evidence';
import { overrideGoLive } from '@/lib/commands/onboardings/override-go-live';
import { BASE_CALENDAR } from '@/lib/domain/calendar';
import { addWorkingDays, londonDate } from '@/lib/domain/clock';
import { dateFields } from '@/lib/domain/dates';
import type { Outcome } from '@/lib/domain/decision';
import type { ScanState } from '@/lib/domain/evidence-download';
import type { QuestionId } from '@/lib/domain/questions/types';
import { now } from '@/lib/ports/clock';
import { newFileKey } from '@/lib/ports/file-store';
import { fileStore } from '@/lib/ports/store';
import { assessment } from '@/lib/testing/assessment';
import { expectOk, type Supplier as WorldSupplier } from '@/lib/testing/world';
import type { BrowserCast, Person, Supplier } from './browser-cast';

/** How far a case has come; each stage holds those before it. */
export const STAGES = [
  ...['draft', 'finished', 'submitted', 'taken', 'reviewed', 'requested'],
  ...['resubmitted', 'recommended', 'approved', 'conditional', 'rejected'],
] as const;
export type Stage = (typeof STAGES)[number];

type GivenFile = {
  questionId?: QuestionId;
  name?: string;
  mediaType?: string;
  content?: Buffer;
  scan?: ScanState;
};
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
    const dueOn = addWorkingDays(BASE_CALENDAR, londonDate(now()), 20);
    const condition = { questionId: LACKING, text: 'Name who checks.', dueOn };
    const conditions = outcome === 'approved_with_conditions' ? [condition] : [];
    await steps.recommend(assessor.actor, reference, { outcome, reasons, conditions });
  }

  async function confirm({ second }: Staff, reference: string) {
    const version = await steps.mark(second.actor, reference);
    expectOk(await confirmDecision(second.actor, { reference, version }));
  }

  async function send({ assessor }: Staff, reference: string) {
    const dueOn = addWorkingDays(BASE_CALENDAR, londonDate(now()), 10);
    await steps.reviewAll(assessor.actor, reference, { [LACKING]: 'insufficient' });
    expectOk(await steps.send(assessor.actor, reference, { dueOn }));
  }

  /** A file in the store, as an upload hands it over. */
  async function stored({ name = 'scope.txt', mediaType = 'text/plain', ...given }: GivenFile) {
    const content = given.content ?? Buffer.from('Our ISMS covers this product.');
    const sha256 = createHash('sha256').update(content).digest('hex');
    const file = { key: newFileKey(), name, mediaType, size: content.length, sha256 };
    await fileStore().put(file.key, Readable.from([content]));
    return file;
  }

  /** A scanned file with a question of a draft, Q.4 unless another is named; answers its id. */
  async function fileOn(reference: string, owner: Supplier, given: GivenFile = {}) {
    const { questionId = 'isms' } = given;
    const file = await stored(given);
    expectOk(await attachEvidence(owner.sam.actor, { reference, questionId, files: [file] }));
    return scanned(file.key, given.scan ?? 'clean');
  }

  /** Whatever the portal's own jobs have said of a file by now; answers its id. */
  async function scanned(storageKey: string, scan: ScanState): Promise<string> {
    const [row] = await sql`update evidence_files set scan = ${scan}, scanned_at = now()
      where storage_key = ${storageKey} returning id`;
    return row?.id;
  }

  /** Lets a virus be found in every file of an application, long after it was declared. */
  async function findViruses(reference: string): Promise<void> {
    await sql`update evidence_files set scan = 'infected', scanned_at = now()
      where application_id = (select id from applications where reference = ${reference})`;
  }

  /** An application of this supplier that has come so far; answers its reference. */
  async function caseAt(stage: Stage, owner: Supplier, staff: Staff): Promise<string> {
    if (stage === 'draft') return cast.draft(owner);
    const reference = await finishedDraft(owner);
    if (stage === 'finished') return reference;
    if (stage === 'submitted' || stage === 'requested') await fileOn(reference, owner);
    if (stage === 'requested') await fileOn(reference, owner, { questionId: LACKING });
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

  /** An organisation that uses the supplier's product, planned, of which nothing is known but its name. */
  async function euo(
    owner: Supplier,
    odsCode = owner.odsCode,
  ): Promise<{ code: string; id: string }> {
    const values = { name: `Elm Surgery ${odsCode}` };
    const input = { odsCode, productId: owner.productId, values };
    const { id } = expectOk(await addOnboarding(owner.sam.actor, input));
    return { code: odsCode, id };
  }

  /** The same with a file as its evidence. */
  async function euoWithFile(owner: Supplier, odsCode = owner.odsCode) {
    const made = await euo(owner, odsCode);
    const file = await stored({ name: 'alert.txt' });
    const evidence = { onboardingId: made.id, files: [file] };
    expectOk(await attachOnboardingEvidence(owner.sam.actor, evidence));
    await scanned(file.key, 'clean');
    return made;
  }

  /** Another one, which went live by an override. */
  async function liveEuo(owner: Supplier): Promise<{ code: string; id: string }> {
    const made = await euoWithFile(owner, `${owner.odsCode}L`);
    const { day, month, year } = dateFields(londonDate(now()));
    const values = { 'on-day': day, 'on-month': month, 'on-year': year, reason: 'It cannot wait.' };
    const input = { onboardingId: made.id, version: 1, values };
    expectOk(await overrideGoLive(owner.sam.actor, input));
    return made;
  }

  /** A question about Q.3, the answer to it, and another question. */
  async function talk(reference: string, owner: Supplier, assessor: Person): Promise<void> {
    const about = { reference, questionId: LACKING, seen: Number.MAX_SAFE_INTEGER };
    const text = 'Is a list of names enough?';
    expectOk(await askInThread(owner.sam.actor, { ...about, text }));
    expectOk(await answerInThread(assessor.actor, { ...about, text: 'Yes, with a date each.' }));
    const thanks = 'Thank you. From which day?';
    expectOk(await askInThread(owner.chris.actor, { ...about, text: thanks }));
  }

  /** A case that was submitted with these answers, which nobody has taken yet. */
  async function submitted(owner: Supplier, changes: Parameters<typeof finishedDraft>[1]) {
    const reference = await finishedDraft(owner, changes);
    expectOk(await steps.submit(asOwner(owner), reference));
    return reference;
  }

  return { caseAt, submitted, fileOn, findViruses, talk, euo, euoWithFile, liveEuo };
}
export type BrowserCases = ReturnType<typeof browserCases>;
