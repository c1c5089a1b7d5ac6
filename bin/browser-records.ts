import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ImportState } from '@/lib/domain/euo-import';
import type { Role } from '@/lib/domain/permissions';
import { env } from '@/lib/env';
import { placeOfKey } from '@/lib/ports/file-store';
import { fileStore } from '@/lib/ports/store';
import type { BrowserCast, Person, Supplier } from './browser-cast';

/** What a test reads of, or arranges in, the database, where no page shows it. */
export function browserRecords({ sql }: Pick<BrowserCast, 'sql'>) {
  /** How often an application was submitted. */
  async function countSubmissions(reference: string): Promise<number> {
    const [row] = await sql`select count(*)::int as count from declarations
      where application_id = (select id from applications where reference = ${reference})`;
    return row?.count;
  }

  /** A fingerprint of all that a supplier has, of what staff hold about it, and of one of them. */
  async function printOf({ id }: Supplier, { actor }: Person): Promise<string> {
    const [row] = await sql`
      with cases as (select * from applications where organisation_id = ${id}), rows as (
        select to_jsonb(c)::text as line from cases c
        union all select to_jsonb(a)::text from answers a where organisation_id = ${id}
        union all select to_jsonb(d)::text from declarations d where organisation_id = ${id}
        union all select to_jsonb(r)::text from information_requests r where organisation_id = ${id}
        union all select to_jsonb(e)::text from events e where organisation_id = ${id}
        union all select to_jsonb(v)::text from question_reviews v
          where application_id in (select id from cases)
        union all select to_jsonb(m)::text from recommendations m
          where application_id in (select id from cases)
        union all select to_jsonb(x)::text from decisions x where organisation_id = ${id}
        union all select to_jsonb(p)::text from people p
          where organisation_id = ${id} or id = ${actor.personId}
      ) select md5(string_agg(line, '|' order by line)) as print from rows`;
    return row?.print;
  }

  const hasPerson = async (email: string): Promise<boolean> =>
    (await sql`select 1 from people where email = ${email}`).length > 0;

  /** Lets a case be due before every other one. */
  async function makeOldest(reference: string): Promise<void> {
    await sql`update applications set due_on = '2020-01-31' where reference = ${reference}`;
  }

  /** Somebody who was a manager is one no more. */
  async function demote({ actor }: Person): Promise<void> {
    await sql`update people set roles = array_remove(roles, 'manager') where id = ${actor.personId}`;
  }

  /** Takes every session of somebody away, as a new password does. */
  async function takeSessionsAway({ actor }: Person): Promise<void> {
    await sql`update sessions set ended_at = now(), revoked = true where person_id = ${actor.personId}`;
  }

  /** An email with a link that did not arrive. */
  async function failedMail({ actor, email }: Person): Promise<void> {
    await sql`insert into deliveries (person_id, account_kind, state, attempts, last_answer,
      to_address, created_at, settled_at) values (${actor.personId}, 'password-link', 'failed', 1,
      '550 5.1.1 No such mailbox', ${email}, now(), now())`;
  }

  /** A register's snapshot that is not in use, since every supplier's pages would show it. */
  async function snapshot({ actor }: Person): Promise<string> {
    const [row] =
      await sql`insert into register_snapshots (register, file_name, size, sha256, storage_key,
      as_of, complete, state, rows, refused, statuses, uploaded_by, uploaded_at, read_at)
      values ('dspt', 'register.csv', 2048, md5(random()::text), md5(random()::text), '2026-11-01', true,
      'to_confirm', 12, 1, '[{"status": "25/26 Standards Met", "rows": 12}]', ${actor.personId}, now(), now())
      returning id`;
    await sql`insert into register_refusals values (${row?.id}, 7, 'code_missing', ',Nobody,x')`;
    return row?.id;
  }

  /** A judging that ended, and found the supplier's approvals changed. */
  async function judgingRun({ id }: Supplier): Promise<string> {
    const found = { approvals: { newly_stale: 1, assured_longer: 1 }, onboardings: { lapsed: 2 } };
    const [run] =
      await sql`insert into judging_runs (cause, state, total, judged, approvals, approvals_judged, found,
      asked_at, ended_at) values ('clock', 'done', 3, 3, 1, 1, ${sql.json(found)}, now(), now()) returning id`;
    await sql`insert into approval_changes select ${run?.id}, organisation_id, id, c.change, c.before, c.after
      from approvals, (values ('newly_stale', '25/26 Standards Met', 'Not Published'),
        ('assured_longer', '2027-06-30', '2028-06-30')) c (change, before, after)
      where organisation_id = ${id}`;
    return run?.id;
  }

  /** The record that one supplier is part of another. */
  async function succession(predecessor: Supplier, successor: Supplier, { actor }: Person) {
    const [row] =
      await sql`insert into successions (predecessor_id, successor_id, effective_on, reason,
      recorded_by, recorded_at) values (${predecessor.id}, ${successor.id}, '2026-10-01', 'A merger.',
      ${actor.personId}, now()) returning id`;
    return { id: row?.id as string, predecessor: predecessor.id };
  }

  /** An import of a supplier's that has come so far, of a file that is not there any more. */
  async function euoImport({ id }: Supplier, { actor }: Person, state: ImportState) {
    const row = { line: 2, code: 'A1', name: 'Aster Surgery', product: 'Rota' };
    const changes = { name: ['Aster', 'Aster Surgery'], state: ['live', 'suspended'] };
    const unready = { ...row, reasons: ['dspt_not_proven', 'aup_missing'] };
    const preview = {
      verdicts: {
        counts: { live_ready: 1, live_not: 1, live_lapsed: 0, planned_ready: 0, planned_not: 0 },
        rows: { live_not: [unready], live_lapsed: [], planned_not: [] },
      },
      ...{ add: [row], change: [{ ...row, line: 3, changes }], same: [], refused: [] },
      edited: [{ ...row, line: 4, changes }],
    };
    const [made] =
      await sql`insert into onboarding_imports (organisation_id, file_name, size, sha256,
      storage_key, state, rows_read, added, changed, edited, same, refused, preview, problem, uploaded_by,
      uploaded_at, checked_at, ended_at) values (${id}, 'euos.csv', 2048, md5(random()::text), md5(random()::text), ${state},
      5, 1, 1, 1, 1, 1, ${sql.json(preview)}, ${state === 'refused' ? 'The selected file is empty' : null},
      ${actor.personId}, now(), now(), ${['done', 'given_up'].includes(state) ? sql`now()` : null}) returning id`;
    const cells = { ods_code: '', name: 'Aster Surgery', contact_email: 'aster@' };
    await sql`insert into onboarding_import_refusals
      values (${made?.id}, ${id}, 5, '{code_missing,email_unreadable}', ${sql.json(cells)})`;
    return made?.id as string;
  }

  /** The version of the AUP in force today, if one is published. */
  const aupInForce = async (): Promise<string | undefined> =>
    (
      await sql`select version from aup_versions where in_force_from <= current_date
        order by in_force_from desc limit 1`
    )[0]?.version;

  const keyOf = async (fileId: string): Promise<string> =>
    (await sql`select storage_key as key from evidence_files where id = ${fileId}`)[0]?.key;

  /** Takes the bytes of a file out of the store, or puts something there that nobody can read. */
  async function loseBytes(fileId: string): Promise<void> {
    await fileStore().remove(await keyOf(fileId));
  }
  async function spoilBytes(fileId: string): Promise<void> {
    await loseBytes(fileId);
    await mkdir(join(resolve(env().EVIDENCE_FOLDER), placeOfKey(await keyOf(fileId))));
  }

  /** Gives somebody other roles than they had, behind the back of their open pages. */
  async function giveRoles({ actor }: Person, ...roles: Role[]): Promise<void> {
    await sql`update people set roles = ${roles} where id = ${actor.personId}`;
  }

  return {
    ...{ giveRoles, loseBytes, spoilBytes },
    ...{ succession, failedMail, snapshot, judgingRun, euoImport, aupInForce },
    takeSessionsAway,
    countSubmissions,
    printOf,
    hasPerson,
    makeOldest,
    demote,
  };
}
export type BrowserRecords = ReturnType<typeof browserRecords>;
