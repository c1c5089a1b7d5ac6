import { sql } from 'drizzle-orm';
import { compareAssurances, findAssuranceFaults } from '@/db/assurances';
import { asActor } from '@/db/client';
import { type Actor, can } from '@/lib/domain/permissions';

const AT_A_TIME = 500;

/**
 * Works out again until when every approval in force is assured, and answers in words what is kept
 * otherwise, or counted otherwise than kept: nothing, where all is right. While approvals are judged,
 * what the judging has not reached is kept as it was, so that it is to be asked again.
 */
export async function verifyAssurances(actor: Actor): Promise<string[]> {
  if (!can(actor, 'figures:view') && !can(actor, 'figures:count')) return ['not permitted'];
  const open = await asActor(actor, (tx) =>
    tx.execute(sql`select 1 from judging_runs where state <> 'done' limit 1`),
  );
  if (open.length > 0) return ['Approvals are being judged: ask again when that has ended'];
  const faults: string[] = [];
  let slice: Awaited<ReturnType<typeof compareAssurances>> = { wrong: [], last: null };
  do {
    const { last } = slice;
    slice = await asActor(actor, (tx) => compareAssurances(tx, last, AT_A_TIME));
    faults.push(...slice.wrong.map((id) => `Approval ${id}: kept is another day or cause`));
  } while (slice.last !== null);
  return [...faults, ...(await asActor(actor, findAssuranceFaults))];
}
