import { and, eq } from 'drizzle-orm';
import type { PersonActor } from '@/lib/domain/permissions';
import { asActor, type Tx } from './client';
import { keptWords } from './schema';

/** The sealed words that this person left at a path, and when; null when there are none. */
export async function readKeptWords(tx: Tx, actor: PersonActor, path: string) {
  const [row] = await tx
    .select({ sealed: keptWords.sealed, keptAt: keptWords.keptAt })
    .from(keptWords)
    .where(and(eq(keptWords.personId, actor.personId), eq(keptWords.path, path)));
  return row ?? null;
}

/** The same for a page that reads nothing else. */
export const findKeptWords = (actor: PersonActor, path: string) =>
  asActor(actor, (tx) => readKeptWords(tx, actor, path));

/** Forgets the words that this person left at a path. */
export async function dropKeptWords(actor: PersonActor, path: string): Promise<void> {
  await asActor(actor, (tx) =>
    tx
      .delete(keptWords)
      .where(and(eq(keptWords.personId, actor.personId), eq(keptWords.path, path))),
  );
}
