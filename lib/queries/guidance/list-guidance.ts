import { desc, eq, lt } from 'drizzle-orm';
import { asActor, type Tx } from '@/db/client';
import { readNewestGuidance } from '@/db/guidance';
import { guidanceVersions, people } from '@/db/schema';
import { type Guidance, guidanceOf } from '@/lib/domain/guidance';
import { type GuidanceChange, guidanceChanges } from '@/lib/domain/guidance-edit';
import { type Actor, can } from '@/lib/domain/permissions';

const PAGE = 25;

export type GuidanceVersion = {
  number: number;
  at: Date;
  /** Null: as the service began. */
  publishedBy: string | null;
  reason: string;
  changes: GuidanceChange[];
};
export type GuidanceView = {
  newest: Guidance;
  /** The latest first, 25 at a time. */
  versions: GuidanceVersion[];
  /** Where the next page begins; null: this is the last. */
  next: number | null;
};

/** Versions before a number, the latest first, each with what it changed. */
export async function readVersions(tx: Tx, before: number, most: number) {
  const rows = await tx
    .select({
      ...{ number: guidanceVersions.number, texts: guidanceVersions.texts },
      ...{ at: guidanceVersions.at, reason: guidanceVersions.reason, publishedBy: people.name },
    })
    .from(guidanceVersions)
    .leftJoin(people, eq(people.id, guidanceVersions.publishedBy))
    .where(lt(guidanceVersions.number, before))
    .orderBy(desc(guidanceVersions.number))
    .limit(most + 1);
  return rows.slice(0, most).map(({ texts, ...row }, index): GuidanceVersion => {
    const earlier = rows[index + 1];
    const was = earlier && guidanceOf(earlier.number, earlier.texts);
    return { ...row, changes: was ? guidanceChanges(was, guidanceOf(row.number, texts)) : [] };
  });
}

/** The guidance in force and its versions, those before a number where one is given; for managers, else null. */
export async function listGuidance(actor: Actor, before?: number): Promise<GuidanceView | null> {
  if (!can(actor, 'guidance:publish')) return null;
  return asActor(actor, async (tx) => {
    const newest = await readNewestGuidance(tx);
    const versions = await readVersions(tx, before ?? newest.number + 1, PAGE);
    const last = versions.at(-1)?.number ?? 1;
    return { newest, versions, next: last > 1 ? last : null };
  });
}
