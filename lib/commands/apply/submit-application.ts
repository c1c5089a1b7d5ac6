import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { answersOf, markOf, readAnswerRows, readUnlocked } from '@/db/answers';
import { readCalendar } from '@/db/calendars';
import { readOpenRequest } from '@/db/case';
import type { Tx } from '@/db/client';
import { declareEvidence, readEvidence } from '@/db/evidence';
import { readGuidance } from '@/db/guidance';
import { readProductNames } from '@/db/product-names';
import { readRegisterAnswer } from '@/db/registers';
import { declarations, informationRequests } from '@/db/schema';
import { readSetting } from '@/db/settings';
import { type CaseContext, defineCaseCommand } from '@/lib/commands/define-command';
import { moveApplication } from '@/lib/commands/move-application';
import { readValues } from '@/lib/domain/answer-values';
import { transitionOf } from '@/lib/domain/application';
import { assessorDueOn } from '@/lib/domain/clock';
import type { FrozenDeclaration } from '@/lib/domain/declaration';
import { freezeDeclaration } from '@/lib/domain/freeze';
import { wordingOf } from '@/lib/domain/guidance';
import { registerCode } from '@/lib/domain/register-truth';
import { forbidden, ok, type Result, refused, wrongStatus } from '@/lib/domain/result';

/** What a supplier keeps of a submission. */
export type Receipt = {
  reference: string;
  round: number;
  submittedAt: Date;
  signatoryName: string;
  /** Place and head of the application's chain of events, printed as the history code. */
  chainSequence: number;
  chainHead: string;
};

const inputSchema = z.object({
  reference: z.string(),
  /** Made with the form: the same key is the same submission. */
  idempotencyKey: z.string().regex(/^[\w-]{16,64}$/, 'Open this page again before you submit'),
  confirmed: z.literal(true, { error: 'Confirm the declaration before you submit it' }),
  /** The mark of the answers that the signatory read; checked where it is given. */
  seen: z.string().optional(),
});
type Input = z.infer<typeof inputSchema>;
type Context = CaseContext<Input>;

async function readReceipt({ tx, application, input }: Context): Promise<Receipt | null> {
  const [row] = await tx
    .select({
      round: declarations.round,
      submittedAt: declarations.submittedAt,
      signatoryName: declarations.signatoryName,
      chainSequence: declarations.chainSequence,
      chainHead: declarations.chainHead,
    })
    .from(declarations)
    .where(
      and(
        eq(declarations.applicationId, application.id),
        eq(declarations.idempotencyKey, input.idempotencyKey),
      ),
    );
  return row ? { reference: application.reference, ...row } : null;
}

/** The hash that the event holds, so that a declaration changed behind the portal's back shows. */
async function hashFrozen(tx: Tx, frozen: FrozenDeclaration): Promise<string> {
  const [row] = await tx.execute<{ hash: string }>(
    sql`select hash_contents('', ${JSON.stringify(frozen)}::jsonb) as hash`,
  );
  if (!row) throw new Error('hash_contents() answered nothing');
  return row.hash;
}

async function answerRequest({ tx, application, now }: Context): Promise<void> {
  const request = await readOpenRequest(tx, application.id);
  if (!request) throw new Error('information was requested, but no request is open');
  await tx
    .update(informationRequests)
    .set({ status: 'answered', endedAt: now })
    .where(eq(informationRequests.id, request.id));
}

async function submit(context: Context): Promise<Result<Receipt>> {
  const { tx, actor, application, input, now, today } = context;
  if (actor.kind !== 'person') return forbidden();
  const earlier = await readReceipt(context);
  if (earlier) return ok(earlier);
  const first = application.status === 'draft';
  const move = first ? 'submit' : 'resubmit';
  if (!transitionOf(move).from.includes(application.status)) return wrongStatus();
  const round = first ? application.round : application.round + 1;

  const signatoryName = actor.home ? `${actor.name} of ${actor.home.name}` : actor.name;
  const rows = await readAnswerRows(tx, application);
  const unrequested = first ? [] : await readUnlocked(tx, application);
  const names = await readProductNames(tx, application.productId);
  const evidence = await readEvidence(tx, application.id);
  const answers = answersOf(rows);
  const code = registerCode(readValues(answers, today));
  const register = await readRegisterAnswer(tx, 'dspt', code);
  const frozen = freezeDeclaration({
    ...names,
    signatory: signatoryName,
    ...{ answers, evidence, register },
    guidance: await readGuidance(tx, application),
    unrequested,
    today,
  });
  if (!frozen.ok) return frozen;
  if (input.seen !== undefined && input.seen !== markOf(rows, evidence))
    return refused(
      'answers_changed',
      'An answer or a file changed after you opened this page. Read the answers again, then submit.',
    );

  if (!first) await answerRequest(context);
  const declaration = await hashFrozen(tx, frozen.value);
  await declareEvidence(tx, application, frozen.value);
  const target = await readSetting(tx, 'target_days', now);
  const moved = await moveApplication(
    context,
    move,
    { type: 'application.submitted', contents: { round, signatory: signatoryName, declaration } },
    {
      changes: {
        round,
        submittedAt: now,
        dueOn: assessorDueOn(await readCalendar(tx), now, target),
      },
    },
  );
  if (!moved.ok) return moved;
  const receipt = {
    round,
    submittedAt: now,
    signatoryName,
    chainSequence: moved.value.sequence,
    chainHead: moved.value.hash,
  };
  await tx.insert(declarations).values({
    ...receipt,
    applicationId: application.id,
    organisationId: application.organisationId,
    idempotencyKey: input.idempotencyKey,
    catalogueVersion: wordingOf(application.guidance),
    frozen: frozen.value,
    signatoryId: actor.personId,
  });
  return ok({ reference: application.reference, ...receipt });
}

/**
 * Makes the declaration: freezes the answers with their wording and hands the case to the assessor,
 * who had it before when it answers a request. The same `idempotencyKey` always answers the same
 * receipt. Problems: `forbidden`, `not_found`, `wrong_status`, `invalid` (`confirmed`, or a question's
 * id for each answer that is missing or unfinished, and for each file with a virus), `refused`
 * 'answers_changed'.
 */
export const submitApplication = defineCaseCommand<Input, Receipt>({
  name: 'application.submit',
  permission: 'application:declare',
  input: inputSchema,
  run: submit,
});
