import type { z } from 'zod';
import { appendEvent, type EventTarget, type LockedApplication, lockApplication } from '@/db/case';
import { asActor, type Tx } from '@/db/client';
import { londonDate } from '@/lib/domain/clock';
import type { PlainDate } from '@/lib/domain/dates';
import type { NewEvent } from '@/lib/domain/events';
import { type Actor, atHome, can, type Permission } from '@/lib/domain/permissions';
import { type Failure, forbidden, invalid, notFound, type Result } from '@/lib/domain/result';
import { needsProof, PROOF_FIELD } from '@/lib/domain/step-up';
import { now } from '@/lib/ports/clock';

/** What every command's `run` is handed. */
export type CommandContext<I> = {
  tx: Tx;
  actor: Actor;
  input: I;
  /** The one clock's instant, to the millisecond; the same all through the command. */
  now: Date;
  /** That instant's day in London, 'yyyy-mm-dd'. */
  today: PlainDate;
  /** Writes an event in this transaction; answers its place in the chain. */
  record: (event: NewEvent, target: EventTarget) => Promise<{ sequence: number; hash: string }>;
};

type Definition<I, T, C> = {
  /** As events and logs name it: 'application.submit'. */
  name: string;
  permission: Permission;
  input: z.ZodType<I, unknown>;
  run: (context: C) => Promise<Result<T>>;
};

export type Command<T> = (actor: Actor, input: unknown) => Promise<Result<T>>;

const PROVE_AGAIN = 'Prove that it is you before you do this';

/** Carries a problem out of the transaction, so that nothing stays half-written. */
class RolledBack extends Error {
  constructor(readonly failure: Failure) {
    super('rolled back');
  }
}

const problemsOf = (error: z.ZodError): Failure =>
  invalid(
    ...error.issues.map((issue) => ({
      field: issue.path.map(String).join('.'),
      message: issue.message,
    })),
  );

async function perform<I, T>(
  definition: { name: string; permission: Permission; input: z.ZodType<I, unknown> },
  given: Actor,
  raw: unknown,
  work: (context: CommandContext<I>) => Promise<Result<T>>,
): Promise<Result<T>> {
  const actor =
    given.kind === 'person' && definition.permission === 'account:own' ? atHome(given) : given;
  if (!can(actor, definition.permission)) return forbidden();
  const parsed = definition.input.safeParse(raw);
  if (!parsed.success) return problemsOf(parsed.error);
  const at = now();
  // By the command's name in the table of rules, so that no page can forget it.
  if (needsProof(definition.name, actor, at))
    return invalid({ field: PROOF_FIELD, message: PROVE_AGAIN });
  try {
    return await asActor(actor, async (tx) => {
      const answer = await work({
        tx,
        actor,
        input: parsed.data,
        now: at,
        today: londonDate(at),
        record: (event, target) => appendEvent(tx, event, target, at),
      });
      if (!answer.ok) throw new RolledBack(answer);
      return answer;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.failure;
    throw error;
  }
}

/**
 * A write that cannot forget its permission: checks it, parses the input, opens the transaction
 * and rolls back when `run` returns a problem; asks for a proof where the table of steps up names it.
 * Problems: `forbidden`, `invalid`, and those of `run`.
 */
export function defineCommand<I, T>(definition: Definition<I, T, CommandContext<I>>): Command<T> {
  return (actor, raw) => perform(definition, actor, raw, definition.run);
}

export type CaseContext<I> = CommandContext<I> & { application: LockedApplication };

/**
 * The same for a write to one application, named by `input.reference`: locks its row first, before
 * anything is looked at. A reference that is missing and one that is foreign are both `not_found`.
 */
export function defineCaseCommand<I extends { reference: string }, T>(
  definition: Definition<I, T, CaseContext<I>>,
): Command<T> {
  return (actor, raw) =>
    perform(definition, actor, raw, async (context) => {
      const application = await lockApplication(context.tx, context.input.reference);
      if (!application) return notFound();
      return definition.run({ ...context, application });
    });
}
