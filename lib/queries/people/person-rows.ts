import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { passwordLinks, people } from '@/db/schema';
import { isId } from '@/lib/domain/ids';
import type { Role } from '@/lib/domain/permissions';

export type PersonRow = {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  active: boolean;
  version: number;
  resetAskedAt: Date | null;
  /** The latest link to set a password: used, or until when it can be; null when there was none. */
  link: { usedAt: Date | null; expiresAt: Date } | null;
  /** The email with a link that waits to be sent, or failed; null once it was sent, or without one. */
  linkMail: 'queued' | 'failed' | null;
};

const PAGE = 25;

/** `next` is the last person's id when more follow: an address holds no names. */
export type PeoplePage = { rows: PersonRow[]; next: string | null };

/** As people stand in lists; the index holds them so. */
const place = sql`(not ${people.active}), lower(${people.name}), ${people.id}`;

/** People behind the one of this id, wherever they stand now; everybody where there is none. */
function behind(after: string | undefined): SQL | undefined {
  if (!after || !isId(after)) return undefined;
  const found = sql`from people before where before.id = ${after}`;
  return sql`((${place}) > (select not before.active, lower(before.name), before.id ${found})
    or not exists (select ${found}))`;
}

/** One page of people: see readPeople. `after` is the `next` of the page before. */
export async function readPeoplePage(
  tx: Tx,
  where: SQL | undefined,
  after: string | undefined,
): Promise<PeoplePage> {
  const found = await readPeople(tx, and(where, behind(after)), PAGE + 1);
  const rows = found.slice(0, PAGE);
  return { rows, next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null };
}

type LinkMail = { person_id: string; state: 'queued' | 'failed' };

/** Which of these people wait for an email with a link, or lost it. */
async function readLinkMail(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, LinkMail['state']>();
  const list = sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  );
  const rows = await tx.execute<LinkMail>(
    sql`select person_id, state from find_account_mail(array[${list}]::uuid[])`,
  );
  return new Map(rows.map(({ person_id, state }) => [person_id, state]));
}

/** People with their latest link, active ones first, then by name; `most` at the most. */
export async function readPeople(
  tx: Tx,
  where: SQL | undefined,
  most: number,
): Promise<PersonRow[]> {
  const latest = tx
    .selectDistinctOn([passwordLinks.personId], {
      personId: passwordLinks.personId,
      usedAt: passwordLinks.usedAt,
      expiresAt: passwordLinks.expiresAt,
    })
    .from(passwordLinks)
    .orderBy(passwordLinks.personId, desc(passwordLinks.createdAt))
    .as('latest');
  const rows = await tx
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      roles: people.roles,
      active: people.active,
      version: people.version,
      resetAskedAt: people.resetAskedAt,
      usedAt: latest.usedAt,
      expiresAt: latest.expiresAt,
    })
    .from(people)
    .leftJoin(latest, eq(latest.personId, people.id))
    .where(where)
    .orderBy(sql`not ${people.active}`, sql`lower(${people.name})`, asc(people.id))
    .limit(most);
  const mails = await readLinkMail(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ usedAt, expiresAt, roles, ...row }) => ({
    ...row,
    linkMail: mails.get(row.id) ?? null,
    roles: roles as Role[],
    link: expiresAt ? { usedAt, expiresAt } : null,
  }));
}
