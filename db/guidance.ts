import { desc, eq } from 'drizzle-orm';
import { FIRST_GUIDANCE, type Guidance, guidanceOf } from '@/lib/domain/guidance';
import type { Tx } from './client';
import { guidanceVersions } from './schema';

/** A version of the guidance, as an application or a form names it; null where there is none. */
export async function findGuidance(tx: Tx, number: number): Promise<Guidance | null> {
  // The first lies in the questions themselves.
  if (number === FIRST_GUIDANCE.number) return FIRST_GUIDANCE;
  const [row] = await tx
    .select({ texts: guidanceVersions.texts })
    .from(guidanceVersions)
    .where(eq(guidanceVersions.number, number));
  return row ? guidanceOf(number, row.texts) : null;
}

/** The version that an application keeps, which there always is. */
export async function readGuidance(
  tx: Tx,
  { guidance: number }: { guidance: number },
): Promise<Guidance> {
  const found = await findGuidance(tx, number);
  if (!found) throw new Error(`no version ${number} of the guidance`);
  return found;
}

/** The version that an application started now is given. */
export async function readNewestGuidance(tx: Tx): Promise<Guidance> {
  const [row] = await tx
    .select({ number: guidanceVersions.number, texts: guidanceVersions.texts })
    .from(guidanceVersions)
    .orderBy(desc(guidanceVersions.number))
    .limit(1);
  if (!row) throw new Error('the guidance has no first version');
  return guidanceOf(row.number, row.texts);
}
