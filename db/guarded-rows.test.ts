import { sql as raw } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { submitApplication } from '@/lib/commands/apply/submit-application';
import type { PersonActor } from '@/lib/domain/permissions';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { asActor } from './client';

let world: World;
let owner: Supplier;
let other: Supplier;
let manager: PersonActor;
let assessor: PersonActor;
let reference: string;
let id: string;
beforeAll(async () => {
  world = await makeWorld();
  owner = await world.supplier('Aster Systems');
  other = await world.supplier('Birch Software');
  manager = await world.staff('Mo', 'manager');
  assessor = await world.staff('Alex', 'assessor');
  reference = await world.finishedDraft(owner);
  const [row] = await world.sql`select id from applications where reference = ${reference}`;
  id = row?.id;
});
afterAll(() => world.end());

const REFUSED = '42501';
const NO_SUCH_CHANGE = '23514';
const NO_SUBJECT = '23503';

/** A statement with none of the app's own checks around it: how many rows, or the error's code. */
const as = (actor: PersonActor, statement: string): Promise<number | string> =>
  asActor(actor, async (tx) => (await tx.execute(raw.raw(statement))).count).catch(
    (error: { code?: string }) => error.code ?? 'unknown',
  );

describe('an application', () => {
  const begin = (columns: string, values: string) =>
    as(
      owner.person,
      `insert into applications (reference, organisation_id, product_id, kind, status_at, created_by,
        created_at, search_text, ${columns}) values (gen_random_uuid()::text, '${owner.id}',
        '${owner.productId}', 'new', now(), '${owner.person.personId}', now(), '', ${values})`,
    );
  test('begins as a draft and as nothing else', async () => {
    expect(await begin('status', `'approved'`)).toBe(REFUSED);
    expect(await begin('status, round', `'draft', 3`)).toBe(REFUSED);
    expect(await begin('status, submitted_at', `'draft', now()`)).toBe(REFUSED);
    expect(await begin('status, assignee_id', `'draft', '${assessor.personId}'`)).toBe(REFUSED);
    expect(await begin('status', `'draft'`)).toBe(1);
  });

  test.each(['round = 2', 'submitted_at = now()', `due_on = '2030-01-01'`, 'status_at = now()'])(
    'keeps its %s when its status stays',
    async (change) => {
      const statement = `update applications set ${change} where id = '${id}'`;
      expect(await as(owner.person, statement)).toBe(NO_SUCH_CHANGE);
    },
  );

  test('skips no round on its way', async () => {
    const statement = `update applications set status = 'submitted', round = 4 where id = '${id}'`;
    expect(await as(owner.person, statement)).toBe(NO_SUCH_CHANGE);
  });
});

describe('a declaration', () => {
  const copy = (changes: Record<string, string>) => {
    const columns = ['application_id', 'organisation_id', 'round', 'idempotency_key'];
    columns.push('catalogue_version', 'frozen', 'signatory_id', 'signatory_name', 'submitted_at');
    columns.push('chain_sequence', 'chain_head');
    const values = columns.map((column) => changes[column] ?? column).join(', ');
    return `insert into declarations (${columns.join(', ')})
      select ${values} from declarations where application_id = '${id}'`;
  };
  test('is only ever the one that was submitted, by whom it was', async () => {
    const input = { reference, idempotencyKey: 'a-submission-of-a-test', confirmed: true };
    expectOk(await submitApplication(owner.signatory, input));
    const key = { idempotency_key: `'another'` };
    const forged = { ...key, frozen: `frozen || '{"product": "Another"}'` };
    expect(await as(owner.signatory, copy(forged))).toBe(REFUSED);
    expect(await as(owner.signatory, copy({ ...key, chain_sequence: '1' }))).toBe(REFUSED);
    expect(await as(owner.signatory, copy({ ...key, round: '2' }))).toBe(REFUSED);
    expect(await as(owner.person, copy(key))).toBe(REFUSED);
    const mine = { ...key, signatory_id: `'${owner.contributor.personId}'` };
    expect(await as(owner.contributor, copy(mine))).toBe(REFUSED);
  });
});

describe('a file of evidence', () => {
  test('keeps its dates once it is declared', async () => {
    const [row] = await world.sql`insert into evidence_files (organisation_id, application_id,
      subject_kind, subject_id, name, media_type, size, sha256, storage_key, scan, uploaded_by,
      uploaded_at) values (${owner.id}, ${id}, 'question', 'isms', 'a.txt', 'text/plain', 1, 'a hash',
      'a key of a test', 'waiting', ${owner.contributor.personId}, now()) returning id`;
    const change = (what: string) =>
      as(owner.contributor, `update evidence_files set ${what} where id = '${row?.id}'`);
    expect(await change(`expires_on = '2027-01-01'`)).toBe(1);
    expect(await change('declared = true')).toBe(1);
    expect(await change(`expires_on = '2028-01-01'`)).toBe(NO_SUCH_CHANGE);
    expect(await change(`effective_from = '2026-01-01'`)).toBe(NO_SUCH_CHANGE);
    expect(await change('version = version + 1')).toBe(1);
  });
});

describe('people', () => {
  const promote = (who: PersonActor, role: string) =>
    `update people set roles = '{${role}}' where id = '${who.personId}'`;
  test('are changed by an administrator or a manager alone, and keep their address', async () => {
    expect(await as(owner.contributor, promote(owner.contributor, 'administrator'))).toBe(REFUSED);
    expect(await as(assessor, promote(assessor, 'manager'))).toBe(REFUSED);
    expect(await as(owner.administrator, promote(owner.contributor, 'contributor'))).toBe(1);
    expect(await as(manager, promote(owner.contributor, 'contributor'))).toBe(1);
    const rename = `update people set email = 'x@y.example' where id = '${owner.contributor.personId}'`;
    expect(await as(owner.administrator, rename)).toBe(REFUSED);
  });

  test('get a link, or lose their sessions, by no one else either', async () => {
    const made = async (actor: PersonActor, whose: PersonActor) =>
      asActor(actor, async (tx) => {
        const hash = `hash of ${actor.personId} ${whose.personId}`;
        const [row] = await tx.execute<{ made: boolean }>(raw`select make_password_link(
          ${whose.personId}::uuid, ${hash}, now(), now() + interval '1 hour') as made`);
        return row?.made;
      });
    expect(await made(owner.contributor, owner.administrator)).toBe(false);
    expect(await made(assessor, manager)).toBe(false);
    expect(await made(owner.administrator, other.contributor)).toBe(false);
    expect(await made(owner.administrator, owner.contributor)).toBe(true);
    expect(await made(manager, assessor)).toBe(true);
  });

  test('get one by email from the same people, and only the sender makes it usable', async () => {
    const mailed = async (actor: PersonActor, whose: PersonActor) => {
      const [row] = await asActor(actor, (tx) =>
        tx.execute<{ made: boolean }>(
          raw`select mail_password_link(${whose.personId}::uuid, now()) as made`,
        ),
      );
      return row?.made;
    };
    expect(await mailed(owner.contributor, owner.administrator)).toBe(false);
    expect(await mailed(assessor, manager)).toBe(false);
    expect(await mailed(owner.administrator, other.contributor)).toBe(false);
    expect(await mailed(owner.administrator, owner.contributor)).toBe(true);
    const [sent] = await world.sql`select id from deliveries
      where person_id = ${owner.contributor.personId} and account_kind is not null`;
    const keep = `select keep_mailed_link('${sent?.id}', 'a hash', now(), now())`;
    expect(await as(manager, keep)).toBe(REFUSED);
    expect(await as(owner.administrator, keep)).toBe(REFUSED);
    const seen = async (actor: PersonActor) =>
      asActor(actor, (tx) =>
        tx.execute(
          raw`select state from find_account_mail(array[${owner.contributor.personId}]::uuid[])`,
        ),
      );
    expect([...(await seen(owner.administrator))]).toEqual([{ state: 'queued' }]);
    expect([...(await seen(owner.contributor))]).toEqual([]);
    expect([...(await seen(other.administrator))]).toEqual([]);
  });

  test('have their emails tried again by a manager alone, who changes no word of them', async () => {
    await world.sql`update deliveries set state = 'failed', last_answer = '550'`;
    const again = `update deliveries set state = 'queued'`;
    expect(await as(assessor, again)).toBe(0);
    expect(await as(owner.administrator, again)).toBe(REFUSED);
    expect(await as(manager, `update deliveries set state = 'sent'`)).toBe(REFUSED);
    expect(await as(manager, `update deliveries set to_address = 'x@y.example'`)).toBe(REFUSED);
    expect(await as(manager, again)).toBe(1);
    expect(await as(manager, `update deliveries set settled_at = null`)).toBe(0);
  });
});

describe('an event', () => {
  const append = (actor: PersonActor, kind: string, subject: string, audience = 'supplier') =>
    as(
      actor,
      `select append_event('${kind}', '${subject}', '${actor.organisationId}', 'person.invited',
        '${audience}', now(), '{}', false, 'salt')`,
    );
  test('is about a subject of that kind and organisation, and of one chain', async () => {
    expect(await append(owner.person, 'person', other.person.personId)).toBe(NO_SUBJECT);
    expect(await append(owner.person, 'person', assessor.personId)).toBe(NO_SUBJECT);
    expect(await append(owner.person, 'organisation', other.id)).toBe(NO_SUBJECT);
    const foreign = await world.draft(other);
    const [row] = await world.sql`select id from applications where reference = ${foreign}`;
    expect(await append(owner.person, 'person', row?.id)).toBe(NO_SUBJECT);
    expect(await append(owner.person, 'organisation', id)).toBe(NO_SUBJECT);
    expect(await append(owner.person, 'person', owner.person.personId)).toBe(1);
  });

  test('of a supplier is none for the staff alone', async () => {
    expect(await append(owner.person, 'application', id, 'staff')).toBe(REFUSED);
  });
});

test('a decision needs a second person, who acts themselves', async () => {
  const [made] =
    await world.sql`insert into recommendations (application_id, round, outcome, reasons,
    conditions, status, recommended_by, recommended_at) values (${id}, 1, 'approved', 'Good.', '[]',
    'confirmed', ${assessor.personId}, now()) returning id`;
  const decide = (outcome: string, by: PersonActor) => `insert into decisions (application_id,
    organisation_id, recommendation_id, outcome, reasons, decided_at, confirmed_by)
    values ('${id}', '${owner.id}', '${made?.id}', '${outcome}', 'Good.', now(), '${by.personId}')`;
  expect(await as(assessor, decide('approved', assessor))).toBe(REFUSED);
  expect(await as(assessor, decide('approved', manager))).toBe(REFUSED);
  expect(await as(manager, decide('rejected', manager))).toBe(REFUSED);
  expect(await as(manager, decide('approved', manager))).toBe(1);
});
