import postgres from 'postgres';
import type { PersonActor, Role } from '@/lib/domain/permissions';
import { hashPassword } from '@/lib/ports/passwords';

export const TEST_PASSWORD = 'correct-horse-battery-27';

type NewPerson = {
  email: string;
  name: string;
  roles: readonly Role[];
  /** None for staff. */
  organisationId?: string | null;
  /** Without one they cannot sign in yet. */
  password?: string | null;
};

/** Rows put into a test's database past every rule; for what commands have not made yet. */
export function testPeople(superuserUrl: string) {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => undefined });

  async function addOrganisation(name: string, odsCode: string | null = null): Promise<string> {
    const [row] = await sql<{ id: string }[]>`
      insert into organisations (name, ods_code, profile, created_at)
      values (${name}, ${odsCode}, 'company', now()) returning id`;
    return row?.id ?? '';
  }

  async function addPerson(person: NewPerson): Promise<PersonActor> {
    const { email, name, roles, organisationId = null, password = null } = person;
    const [row] = await sql<{ id: string }[]>`
      insert into people (organisation_id, email, name, roles, created_at)
      values (${organisationId}, ${email}, ${name}, ${[...roles]}, now()) returning id`;
    const personId = row?.id ?? '';
    if (password !== null)
      await sql`insert into credentials (person_id, password_hash, changed_at)
        values (${personId}, ${await hashPassword(password)}, now())`;
    return { kind: 'person', personId, name, organisationId, roles };
  }

  return { sql, addOrganisation, addPerson, close: () => sql.end({ timeout: 5 }) };
}
