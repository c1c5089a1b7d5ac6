import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import type { Status } from '@/lib/domain/application';
import type { PersonActor, Role } from '@/lib/domain/permissions';
import { makeReference, REFERENCE_BYTES } from '@/lib/domain/reference';
import { randomBytes } from '@/lib/ports/randomness';

export type CaseRowInput = {
  status?: Status;
  round?: number;
  assigneeId?: string | null;
  dueOn?: string | null;
  submittedAt?: string | null;
  createdAt?: string;
  product?: string;
  organisationId?: string;
};

/** Rows put straight into the tables, beyond row-level security, for tests of staff's work on cases. */
export function caseRows(superuserUrl: string) {
  const sql = postgres(superuserUrl, { max: 2, onnotice: () => undefined });
  const at = '2026-11-02T09:00:00Z';

  async function organisation(name: string): Promise<string> {
    const id = randomUUID();
    await sql`insert into organisations (id, name, created_at) values (${id}, ${name}, ${at})`;
    return id;
  }

  async function person(
    name: string,
    roles: Role[],
    organisationId: string | null = null,
  ): Promise<PersonActor> {
    const personId = randomUUID();
    const email = `${personId}@portal.example`;
    await sql`insert into people (id, organisation_id, email, name, roles, created_at)
      values (${personId}, ${organisationId}, ${email}, ${name}, ${roles}, ${at})`;
    return { kind: 'person', personId, name, organisationId, roles };
  }

  let home: { organisationId: string; supplierId: string } | undefined;
  async function homeOf(given?: string) {
    if (!home) {
      const organisationId = await organisation('Northgate Systems');
      const { personId } = await person('Sam Supplier', ['contributor'], organisationId);
      home = { organisationId, supplierId: personId };
    }
    return { organisationId: given ?? home.organisationId, supplierId: home.supplierId };
  }

  async function application(row: CaseRowInput = {}): Promise<{ id: string; reference: string }> {
    const { organisationId, supplierId } = await homeOf(row.organisationId);
    const [id, productId] = [randomUUID(), randomUUID()];
    const reference = makeReference(randomBytes(REFERENCE_BYTES));
    const product = row.product ?? `Product ${productId.slice(0, 8)}`;
    const [supplier] = await sql`select name from organisations where id = ${organisationId}`;
    const { status = 'submitted', round = 1, assigneeId = null, dueOn = '2026-11-30' } = row;
    const { submittedAt = '2026-11-16T10:00:00Z', createdAt = at } = row;
    const search = `${reference} ${supplier?.name} ${product}`.toLowerCase();
    await sql`insert into products (id, organisation_id, name, created_at)
      values (${productId}, ${organisationId}, ${product}, ${at})`;
    await sql`insert into applications (id, reference, organisation_id, product_id, kind, status,
        round, assignee_id, submitted_at, due_on, status_at, created_by, created_at, search_text)
      values (${id}, ${reference}, ${organisationId}, ${productId}, 'new', ${status}, ${round},
        ${assigneeId}, ${submittedAt}, ${dueOn}, ${submittedAt ?? createdAt}, ${supplierId},
        ${createdAt}, ${search})`;
    return { id, reference };
  }

  return { sql, organisation, person, application, end: () => sql.end({ timeout: 5 }) };
}
