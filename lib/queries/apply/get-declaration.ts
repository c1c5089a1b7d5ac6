import { and, eq } from 'drizzle-orm';
import { COULD_BE_A_REFERENCE } from '@/db/case';
import { asActor } from '@/db/client';
import { readSubmissions } from '@/db/declarations';
import { applications } from '@/db/schema';
import type { Status } from '@/lib/domain/application';
import type { PlainDate } from '@/lib/domain/dates';
import type { FrozenDeclaration } from '@/lib/domain/declaration';
import { can, type PersonActor } from '@/lib/domain/permissions';
import { takenBack } from '@/lib/domain/submissions';

export type Submission = {
  /** Counts the submissions of the application, from 1. */
  number: number;
  round: number;
  submittedAt: Date;
  signatoryName: string;
  takenBack: boolean;
};
export type DeclarationView = {
  reference: string;
  status: Status;
  dueOn: PlainDate | null;
  /** Every submission, the last first. */
  submissions: Submission[];
  shown: Submission & {
    frozen: FrozenDeclaration;
    chainSequence: number;
    /** Head of the chain with this submission: the history code. */
    chainHead: string;
  };
  mayTakeBack: boolean;
};
/** By its number, or the one that stands in a round; the last where neither is given or found. */
export type Wanted = { submission?: number; round?: number };

/**
 * A declaration as it was submitted, frozen; for its own supplier and for staff. Null when the
 * application is missing or foreign, or nothing was submitted yet.
 */
export async function getDeclaration(
  actor: PersonActor,
  reference: string,
  wanted: Wanted = {},
): Promise<DeclarationView | null> {
  if (!COULD_BE_A_REFERENCE.test(reference)) return null;
  const { organisationId } = actor;
  return asActor(actor, async (tx) => {
    const own = organisationId ? eq(applications.organisationId, organisationId) : undefined;
    const [found] = await tx
      .select({
        id: applications.id,
        reference: applications.reference,
        status: applications.status,
        round: applications.round,
        dueOn: applications.dueOn,
      })
      .from(applications)
      .where(and(own, eq(applications.reference, reference)));
    const rows = found ? await readSubmissions(tx, found.id) : [];
    if (!found || rows.length === 0) return null;
    const gone = takenBack(rows, found.status);
    const all = rows.map(({ round, submittedAt, signatoryName }, index) => ({
      ...{ number: index + 1, round, submittedAt, signatoryName },
      takenBack: gone[index] ?? false,
    }));
    const asked =
      all.find(({ number }) => number === wanted.submission) ??
      all.findLast(({ round }) => round === wanted.round) ??
      all.at(-1);
    const row = asked && rows[asked.number - 1];
    if (!asked || !row) return null;
    return {
      ...{ reference: found.reference, status: found.status, dueOn: found.dueOn },
      submissions: all.toReversed(),
      shown: {
        ...asked,
        frozen: row.frozen,
        chainSequence: row.chainSequence,
        chainHead: row.chainHead,
      },
      mayTakeBack:
        found.status === 'submitted' && found.round === 1 && can(actor, 'application:declare'),
    };
  });
}
