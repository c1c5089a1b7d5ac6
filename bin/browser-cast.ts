import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { closeDatabase } from '@/db/client';
import { carefulAnswers } from '@/e2e/answers';
import { saveAnswer } from '@/lib/commands/apply/save-answer';
import { startApplication } from '@/lib/commands/apply/start-application';
import { makePasswordLink } from '@/lib/commands/manage/make-password-link';
import type { PersonActor, Role, SupplierRole } from '@/lib/domain/permissions';
import type { AnswerFields, QuestionId } from '@/lib/domain/questions/types';
import { hashPassword } from '@/lib/ports/passwords';
import { alwaysProved } from '@/lib/testing/always-proved';
import { expectLink, expectOk } from '@/lib/testing/world';

export type Person = { name: string; email: string; password: string; actor: PersonActor };
export type Supplier = {
  id: string;
  name: string;
  odsCode: string;
  product: string;
  productId: string;
  /** Holds all three roles. */
  sam: Person;
  /** Only edits. */
  chris: Person;
};

const PASSWORD = 'five-quiet-herons-wade';
const letters = 'abcdefghjkmnpqrstuvwxyz';
const word = (length: number) =>
  [...randomBytes(length)].map((byte) => letters[byte % letters.length]).join('');

/**
 * People, organisations and applications for the browser's tests, put straight into the database of
 * the server under test, so that a test can begin where its subject begins. Everything is its
 * test's own: names and addresses are never shared.
 */
export function browserCast(superuserUrl: string) {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => undefined });
  let hash: Promise<string> | undefined;

  async function person(
    name: string,
    roles: readonly Role[],
    organisationId: string | null = null,
  ): Promise<Person> {
    hash ??= hashPassword(PASSWORD);
    const email = `${name.split(' ')[0]?.toLowerCase()}.${word(8)}@cast.example`;
    const [row] = await sql`insert into people (organisation_id, email, name, roles, created_at)
      values (${organisationId}, ${email}, ${name}, ${[...roles]}, now()) returning id`;
    await sql`insert into credentials (person_id, password_hash, changed_at)
      values (${row?.id}, ${await hash}, now())`;
    const actor = { kind: 'person', personId: row?.id, name, organisationId, roles } as const;
    return { name, email, password: PASSWORD, actor: alwaysProved(actor) };
  }

  const staff = (name: string, ...roles: Role[]) => person(name, roles);

  async function product(organisationId: string, name: string): Promise<string> {
    const [row] = await sql`insert into products (organisation_id, name, created_at)
      values (${organisationId}, ${name}, now()) returning id`;
    return row?.id;
  }

  /** Names that nobody else uses, for what a test adds through the pages. */
  function names() {
    const tag = word(6);
    const email = `sam.${tag}@cast.example`;
    return { name: `Larch ${tag}`, odsCode: tag.toUpperCase(), email, product: `Rota ${tag}` };
  }

  async function supplier(): Promise<Supplier> {
    const { name, odsCode, product: productName } = names();
    const [row] = await sql`insert into organisations (name, ods_code, profile, created_at)
      values (${name}, ${odsCode}, 'company', now()) returning id`;
    const id: string = row?.id;
    const all: SupplierRole[] = ['contributor', 'signatory', 'administrator'];
    return {
      ...{ id, name, odsCode, product: productName, productId: await product(id, productName) },
      sam: await person('Sam Sample', all, id),
      chris: await person('Chris Colleague', ['contributor'], id),
    };
  }

  /** A draft with nothing in it, for a product of its own. */
  async function draft(owner: Supplier): Promise<string> {
    const productId = await product(owner.id, `Ward ${word(6)}`);
    return expectOk(await startApplication(owner.sam.actor, { productId })).reference;
  }

  async function answer(owner: Supplier, reference: string, questionId: string, given: object) {
    const input = { reference, questionId, fields: given, version: 0, mode: 'continue' };
    expectOk(await saveAnswer(owner.sam.actor, input));
  }

  /** A draft that could be submitted. */
  async function finishedDraft(
    owner: Supplier,
    changes: Partial<Record<QuestionId, AnswerFields>> = {},
  ): Promise<string> {
    const reference = await draft(owner);
    const organisation = { odsCode: owner.odsCode, dsptIdentifier: '', profile: 'company' };
    const all = { organisation, ...carefulAnswers, ...changes };
    for (const [id, given] of Object.entries(all)) await answer(owner, reference, id, given);
    return reference;
  }

  /** The token of a new link to set a password, as a manager would pass it on. */
  async function passwordToken(manager: Person, { actor }: Person): Promise<string> {
    const [row] = await sql`select version from people where id = ${actor.personId}`;
    const made = await makePasswordLink(manager.actor, {
      personId: actor.personId,
      version: row?.version,
    });
    return expectLink(made).token;
  }

  async function end() {
    await closeDatabase();
    await sql.end({ timeout: 5 });
  }

  return {
    sql,
    names,
    person,
    staff,
    product,
    supplier,
    draft,
    finishedDraft,
    passwordToken,
    end,
  };
}
export type BrowserCast = ReturnType<typeof browserCast>;
