import type { Client } from './load';
import type { Server } from './servers';
import { signIn } from './sign-in';
import { ASSESSOR, SUPPLIER, type Subjects } from './subjects';

export type Target = { name: string; job: (connection: number) => Promise<void> };

/** A page read, which has to answer 200 and hold some words, lest an error page be measured. */
export function reading(name: string, client: Client, path: string, cookie: string, holds: string) {
  return {
    name,
    job: async () => {
      const { status, body } = await client(path, { headers: { cookie } });
      if (status === 200 && body.includes(holds)) return;
      throw new Error(`${name}: ${path} answered ${status}, or not what was expected.`);
    },
  };
}

/** Each connection saves new words into a draft of its own, as autosave does while somebody types. */
function saving(client: Client, port: number, drafts: readonly string[], cookie: string): Target {
  const versions = drafts.map(() => 1);
  let count = 0;
  return {
    name: 'Save an answer',
    job: async (connection) => {
      count += 1;
      const details = `Our onboarding manager looks each practice up in the register; note ${count}.`;
      const version = versions[connection];
      const { status, body } = await client(`/apply/${drafts[connection]}/euo-process/autosave`, {
        method: 'POST',
        headers: {
          cookie,
          origin: `http://localhost:${port}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ fields: { choice: 'yes', details }, version }),
      });
      if (status !== 200) throw new Error(`A save answered ${status}: ${body.toString()}`);
      versions[connection] = JSON.parse(body.toString()).version;
    },
  };
}

/** What is measured on one portal, signed in. */
export async function targetsOf({ client, port }: Server, subjects: Subjects): Promise<Target[]> {
  const assessor = await signIn(client, ASSESSOR);
  const supplier = await signIn(client, SUPPLIER);
  const { submitted, drafts } = subjects;
  const draft = drafts[0] ?? '';
  const question = `/apply/${draft}/euo-process`;
  return [
    reading('Queue, all open', client, '/assess?tab=open', assessor, 'rel="next"'),
    reading('Case, for its assessor', client, `/assess/${submitted}`, assessor, submitted),
    reading('Question, for the supplier', client, question, supplier, 'Save and continue'),
    saving(client, port, drafts, supplier),
  ];
}
