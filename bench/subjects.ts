import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { closeDatabase } from '@/db/client';
import { saveAnswer } from '@/lib/commands/apply/save-answer';
import { startApplication } from '@/lib/commands/apply/start-application';
import { submitApplication } from '@/lib/commands/apply/submit-application';
import { assignCase } from '@/lib/commands/assess/assign-case';
import type { PersonActor } from '@/lib/domain/permissions';
import { applicableQuestions } from '@/lib/domain/questions/catalogue';
import type { Result } from '@/lib/domain/result';
import { finishedAnswers } from '@/lib/testing/answers';
import type { BenchDatabase } from './database';
import { CONNECTIONS } from './load';

export const SUPPLIER = 'supplier1@bench.example';
/** Colleagues of that supplier's, since one person uploads no more than three at once. */
export const UPLOADERS = Array.from({ length: 7 }, (_, n) => `uploader${n + 1}@bench.example`);
export const ASSESSOR = 'assessor1@bench.example';

export type Subjects = {
  /** Submitted, with a real declaration, and in the hands of the assessor. */
  submitted: string;
  /** One draft for each connection, so that saves do not wait for each other. */
  drafts: string[];
};

function value<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`A command of the bench was refused: ${JSON.stringify(result.problem)}`);
}

async function start(actor: PersonActor, productId: string): Promise<string> {
  const { reference } = value(await startApplication(actor, { productId }));
  const answers = finishedAnswers();
  for (const { id } of applicableQuestions(answers)) {
    const save = { reference, questionId: id, fields: answers[id], version: 0, mode: 'continue' };
    value(await saveAnswer(actor, save));
  }
  return reference;
}

/** The applications that are opened and saved, made by the portal's own commands. */
export async function makeSubjects(database: BenchDatabase): Promise<Subjects> {
  const sql = postgres(database.superuserUrl, { max: 1, onnotice: () => undefined });
  process.env.DATABASE_URL = database.appUrl;
  const find = async (email: string): Promise<PersonActor> => {
    const [row] = await sql`select * from people where email = ${email}`;
    if (!row) throw new Error(`${email} is missing`);
    const { id: personId, name, organisation_id: organisationId, roles } = row;
    return { kind: 'person', personId, name, organisationId, roles };
  };
  try {
    const [supplier, assessor] = [await find(SUPPLIER), await find(ASSESSOR)];
    const references: string[] = [];
    for (let n = 0; n <= CONNECTIONS; n += 1) {
      const [product] = await sql`insert into products (organisation_id, name, created_at)
        values (${supplier.organisationId}, ${`Bench ${n}`}, now()) returning id`;
      references.push(await start(supplier, product?.id));
    }
    const [submitted = '', ...drafts] = references;
    const key = { idempotencyKey: randomUUID(), confirmed: true };
    value(await submitApplication(supplier, { reference: submitted, ...key }));
    const assigneeId = assessor.personId;
    const [row] = await sql`select version from applications where reference = ${submitted}`;
    const { version } = row ?? {};
    value(await assignCase(assessor, { reference: submitted, version, assigneeId }));
    await sql`vacuum (analyze) applications, answers, declarations`;
    return { submitted, drafts };
  } finally {
    await sql.end({ timeout: 5 });
    await closeDatabase();
  }
}
