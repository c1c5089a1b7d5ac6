import postgres from 'postgres';
import { closeDatabase } from '@/db/client';
import { testDatabase } from '@/db/testing';
import { saveAnswer } from '@/lib/commands/apply/save-answer';
import { startApplication } from '@/lib/commands/apply/start-application';
import type { LinkMade, PasswordLink } from '@/lib/commands/manage/password-link';
import type { PersonActor, Role, StaffRole, SupplierRole } from '@/lib/domain/permissions';
import { applicableQuestions } from '@/lib/domain/questions/catalogue';
import type { QuestionId } from '@/lib/domain/questions/types';
import type { Result } from '@/lib/domain/result';
import { moveClock } from '@/lib/ports/clock';
import { alwaysProved } from './always-proved';
import { finishedAnswers } from './answers';

type Changes = Parameters<typeof finishedAnswers>[0];
export type Supplier = {
  id: string;
  name: string;
  productId: string;
  productName: string;
  /** Holds all three roles. */
  person: PersonActor;
  contributor: PersonActor;
  signatory: PersonActor;
  administrator: PersonActor;
};

/** The value of a Result that a test takes for granted; throws with the problem otherwise. */
export function expectOk<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`expected a value, got ${JSON.stringify(result.problem)}`);
  return result.value;
}

/** The link that somebody got in hand; throws where it went by email. */
export function expectLink(result: Result<LinkMade>): PasswordLink {
  const link = expectOk(result);
  if (link.token === null) throw new Error('the link went by email');
  return link;
}

/**
 * An own database with people and organisations in it, for one test file; `sql` is the superuser,
 * beyond row-level security. The clock stands at 10am on Monday 23 November 2026 in London.
 */
export async function makeWorld() {
  const database = await testDatabase();
  process.env.DATABASE_URL = database.appUrl;
  const sql = postgres(database.superuserUrl, { max: 2, onnotice: () => undefined });
  moveClock('2026-11-23T10:00:00Z');
  let count = 0;

  async function person(
    name: string,
    roles: readonly Role[],
    organisationId: string | null,
  ): Promise<PersonActor> {
    count += 1;
    const email = `person${count}@test.example`;
    const [row] = await sql`insert into people (organisation_id, email, name, roles, created_at)
      values (${organisationId}, ${email}, ${name}, ${roles as Role[]}, now()) returning id`;
    return alwaysProved({ kind: 'person', personId: row?.id, name, organisationId, roles });
  }

  async function product(organisationId: string, name: string): Promise<string> {
    const [row] = await sql`insert into products (organisation_id, name, created_at)
      values (${organisationId}, ${name}, now()) returning id`;
    return row?.id;
  }

  /** An organisation with one product and a person for each role. */
  async function supplier(name = `Supplier ${count}`, odsCode: string | null = 'A1B2C') {
    const [row] = await sql`insert into organisations (name, ods_code, profile, created_at)
      values (${name}, ${odsCode}, 'company', now()) returning id`;
    const id: string = row?.id;
    const productName = `${name} Rota`;
    const only = (who: string, ...roles: SupplierRole[]) => person(`${who} of ${name}`, roles, id);
    const made: Supplier = {
      id,
      name,
      productName,
      productId: await product(id, productName),
      person: await only('Pat', 'contributor', 'signatory', 'administrator'),
      contributor: await only('Chris', 'contributor'),
      signatory: await only('Sam', 'signatory'),
      administrator: await only('Ada', 'administrator'),
    };
    return made;
  }

  const staff = (name: string, ...roles: StaffRole[]) => person(name, roles, null);

  /** A draft with nothing in it, made by the real command; a product of its own unless named. */
  async function draft(owner: Supplier, productId?: string): Promise<string> {
    count += 1;
    const chosen = productId ?? (await product(owner.id, `Product ${count}`));
    return expectOk(await startApplication(owner.person, { productId: chosen })).reference;
  }

  /** Saves finished answers to every question that applies, through the real command. */
  async function answerAll(actor: PersonActor, reference: string, changes: Changes = {}) {
    const all = finishedAnswers(changes);
    for (const { id } of applicableQuestions(all)) {
      const input = { reference, questionId: id, fields: all[id], version: 0, mode: 'later' };
      expectOk(await saveAnswer(actor, input));
    }
  }

  /** A draft that is ready to be submitted. */
  async function finishedDraft(owner: Supplier, changes: Changes = {}): Promise<string> {
    const reference = await draft(owner);
    await answerAll(owner.person, reference, changes);
    return reference;
  }

  /** Puts a case where no command of the test's subject would bring it: as the superuser. */
  async function force(reference: string, status: string, changes: Record<string, unknown> = {}) {
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update applications set ${tx({ ...changes, status })} where reference = ${reference}`;
    });
  }

  /** An open request for some questions, as rows: for what only follows from one. */
  async function requestInformation(
    reference: string,
    sender: PersonActor,
    flagged: readonly QuestionId[],
  ): Promise<string> {
    const [made] = await sql`insert into information_requests
      (application_id, organisation_id, round, status, due_on, message, sent_at, sent_by)
      select id, organisation_id, round, 'open', '2026-12-07', 'Please complete these.', now(),
        ${sender.personId} from applications where reference = ${reference} returning id, organisation_id`;
    for (const id of flagged)
      await sql`insert into information_request_items
        (request_id, organisation_id, question_id, reasons, missing, note) values (${made?.id},
        ${made?.organisation_id}, ${id}, ${['no-explanation']}, ${sql.json(['Who checks'])}, 'Say who checks.')`;
    await force(reference, 'information_requested', { due_on: '2026-12-07', requests_sent: 1 });
    return made?.id;
  }

  /** The chain of an application, oldest first, with what each event says. */
  const eventsOf = (reference: string) => sql<
    { type: string; audience: string; contents: Record<string, unknown>; draft: boolean }[]
  >`select e.type, e.audience, c.contents, c.draft from events e
      join event_contents c on c.event_id = e.id join applications a on a.id = e.subject_id
      where a.reference = ${reference} order by e.sequence`;

  async function end() {
    moveClock(null);
    await closeDatabase();
    await sql.end({ timeout: 5 });
    await database.drop();
  }

  return {
    ...{ sql, database, end, person, product, supplier, staff },
    ...{ draft, answerAll, finishedDraft, force, requestInformation, eventsOf },
  };
}
export type World = Awaited<ReturnType<typeof makeWorld>>;
