import { and, asc, eq, gt, ilike, or } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { readLatestSnapshot } from '@/db/registers';
import { registerRows } from '@/db/schema';
import type { PlainDate } from '@/lib/domain/dates';
import { type Actor, can } from '@/lib/domain/permissions';
import type { RegisterId } from '@/lib/domain/register';
import { containing, plain } from '@/lib/queries/search-text';

const PAGE = 25;

export type FoundRow = {
  code: string;
  name: string;
  status: string;
  publishedOn: PlainDate | null;
  sector: string;
};

/**
 * Rows of the snapshot in use by a whole code or a part of a name, by code, 25 at a time; `after` is
 * the last code of the page before. Null without the permission or a snapshot.
 */
export async function searchRegister(
  actor: Actor,
  register: RegisterId,
  { text, after = '' }: { text: string; after?: string },
): Promise<{ rows: FoundRow[]; next: string | null } | null> {
  if (!can(actor, 'register:view')) return null;
  const wanted = plain(text).trim();
  return asActor(actor, async (tx) => {
    const snapshot = await readLatestSnapshot(tx, register);
    if (!snapshot) return null;
    const found = await tx
      .select({
        code: registerRows.code,
        name: registerRows.name,
        status: registerRows.status,
        publishedOn: registerRows.publishedOn,
        sector: registerRows.sector,
      })
      .from(registerRows)
      .where(
        and(
          eq(registerRows.snapshotId, snapshot.id),
          or(
            eq(registerRows.code, wanted.toUpperCase()),
            ilike(registerRows.name, containing(wanted)),
          ),
          after ? gt(registerRows.code, plain(after)) : undefined,
        ),
      )
      .orderBy(asc(registerRows.code))
      .limit(PAGE + 1);
    const rows = found.slice(0, PAGE);
    return { rows, next: found.length > PAGE ? (rows.at(-1)?.code ?? null) : null };
  });
}
