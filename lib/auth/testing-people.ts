import { findHalfSession, findSession } from '@/db/sign-in';
import { now } from '@/lib/ports/clock';
import { hashOfToken } from '@/lib/ports/tokens';
import { TEST_PASSWORD, type testPeople } from '@/lib/testing/people';
import { secretToSetUp, setUpFactor } from './set-up-factor';
import { signInWithPassword } from './sign-in';
import { codeAt } from './totp';

/** People on their way through the door: with the password given, and with an app set up. */
export function factorPeople(world: ReturnType<typeof testPeople>) {
  let count = 0;

  async function person(roles: ['manager'] | ['contributor'] = ['manager']): Promise<string> {
    count += 1;
    const email = `person${count}@test.example`;
    const organisationId =
      roles[0] === 'manager' ? null : await world.addOrganisation(`Organisation ${count}`);
    await world.addPerson({ email, name: email, roles, organisationId, password: TEST_PASSWORD });
    return email;
  }

  async function passwordOf(email: string): Promise<string> {
    const attempt = { email, password: TEST_PASSWORD, client: null, userAgent: '' };
    const answer = await signInWithPassword(attempt);
    if (!answer.ok) throw new Error(answer.reason);
    return hashOfToken(answer.token);
  }

  const found = (hash: string) => findSession(hash, now(), 30);
  const half = (hash: string) => findHalfSession(hash, now());

  async function holder(hash: string) {
    const owed = await half(hash);
    if (!owed) throw new Error('no half-open session');
    return { ...owed, client: null };
  }

  /** Somebody who has just set an app up, by its first code. */
  async function withApp() {
    const email = await person();
    const hash = await passwordOf(email);
    const session = { ...(await holder(hash)), signingIn: true };
    const secret = (await secretToSetUp(session)) ?? '';
    const answer = await setUpFactor(session, codeAt(secret, now()));
    if (!answer.ok) throw new Error(answer.reason);
    return { email, hash: hashOfToken(answer.token ?? ''), secret, codes: answer.codes };
  }

  return { person, passwordOf, found, half, holder, withApp };
}
