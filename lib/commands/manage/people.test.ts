import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '@/db/client';
import { lockPerson } from '@/db/people';
import { setPassword } from '@/lib/commands/account/set-password';
import { writeStaffNote } from '@/lib/commands/assess/write-staff-note';
import type { PersonActor } from '@/lib/domain/permissions';
import { moveClock } from '@/lib/ports/clock';
import { expectLink, expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { changeColleagueRoles, changeRoles } from './change-roles';
import { deactivateColleague, deactivatePerson } from './deactivate-person';
import { inviteColleague, invitePerson, inviteStaff } from './invite-person';
import { makeColleagueLink, makePasswordLink } from './make-password-link';
import { reactivatePerson } from './reactivate-person';

let world: World;
let ours: Supplier;
let theirs: Supplier;
let manager: PersonActor;
let assessor: PersonActor;
const invited = { name: 'Noor Haddad', email: 'noor@harbour.example', roles: ['signatory'] };
const row = async (id: string) =>
  (await world.sql`select *, version::text as v from people where id = ${id}`)[0];
const typesOf = async (id: string) =>
  (await world.sql`select type from events where subject_id = ${id} order by sequence`).map(
    ({ type }) => type,
  );
const who = (person: PersonActor, version = 1) => ({ personId: person.personId, version });

beforeAll(async () => {
  world = await makeWorld();
  ours = await world.supplier('Harbour Health');
  theirs = await world.supplier('Elsewhere');
  manager = await world.staff('Mira', 'manager');
  assessor = await world.staff('Ash', 'assessor');
});
afterAll(() => world.end());

describe('adding people', () => {
  test('an administrator adds a colleague to their own organisation, never elsewhere', async () => {
    const input = { ...invited, organisationId: theirs.id };
    const { personId } = expectOk(await inviteColleague(ours.administrator, input));
    expect(await row(personId)).toMatchObject({ organisation_id: ours.id, active: true });
    expect(await typesOf(personId)).toEqual(['person.invited', 'person.link_made']);
  });

  test('an address that has an account is refused alike, wherever it is', async () => {
    const elsewhere = await inviteColleague(theirs.administrator, {
      ...invited,
      email: ' NOOR@harbour.example ',
    });
    const here = await inviteColleague(ours.administrator, invited);
    expect(elsewhere).toEqual(here);
    expect(here).toMatchObject({ problem: { kind: 'invalid', fields: [{ field: 'email' }] } });
    expect(JSON.stringify(here)).not.toContain('Harbour');
  });

  test('who holds no such permission is refused, and grants nothing beyond a side', async () => {
    expect(await inviteColleague(ours.contributor, invited)).toMatchObject({
      problem: { kind: 'forbidden' },
    });
    expect(await inviteStaff(assessor, invited)).toMatchObject({ problem: { kind: 'forbidden' } });
    expect(await inviteColleague(manager, invited)).toMatchObject({
      problem: { kind: 'forbidden' },
    });
    const roles = ['manager', 'assessor'];
    const raised = { ...invited, email: 'raised@harbour.example', roles };
    expect(await inviteColleague(ours.administrator, raised)).toMatchObject({
      problem: { kind: 'invalid', fields: [{ field: 'roles' }] },
    });
    const nowhere = { ...invited, organisationId: crypto.randomUUID() };
    expect(await invitePerson(manager, nowhere)).toMatchObject({ problem: { kind: 'not_found' } });
  });

  test('bad input says what to mend', async () => {
    for (const email of ['', 'noor', 'noor@', 'a\u0000@b.example', `${'x'.repeat(250)}@b.example`])
      expect(await inviteStaff(manager, { name: 'Noor', email, roles: ['manager'] })).toMatchObject(
        { problem: { kind: 'invalid', fields: [{ field: 'email' }] } },
      );
  });
});

describe('links', () => {
  const usable = async (token: string, password: string) =>
    (await setPassword({ kind: 'visitor' }, { token, password })).ok;

  test('a new link closes the one before it, works once, and not after 72 hours', async () => {
    const version = 1;
    const person = ours.signatory.personId;
    const first = expectLink(await makePasswordLink(manager, { personId: person, version }));
    const second = expectLink(
      await makeColleagueLink(ours.administrator, { personId: person, version }),
    );
    expect(await usable(first.token, 'a long enough passphrase')).toBe(false);
    expect(await usable(second.token, 'a long enough passphrase')).toBe(true);
    expect(await usable(second.token, 'another long passphrase')).toBe(false);
    const third = expectLink(await makePasswordLink(manager, { personId: person, version }));
    moveClock('2026-11-26T10:00:00.001Z');
    expect(await usable(third.token, 'a third long passphrase')).toBe(false);
    moveClock('2026-11-23T10:00:00Z');
    const dump = await world.sql`select * from password_links`;
    const kept = JSON.stringify([dump, await world.sql`select contents from event_contents`]);
    for (const { token } of [first, second, third]) expect(kept).not.toContain(token);
  });

  test('are not made for strangers, and the database refuses them too', async () => {
    expect(await makeColleagueLink(ours.administrator, who(theirs.person))).toMatchObject({
      problem: { kind: 'not_found' },
    });
    const made = await asActor(ours.administrator, async (tx) => {
      const { makePasswordLink: rawLink } = await import('@/db/people');
      const expiresAt = new Date('2027-01-01');
      const link = { personId: theirs.person.personId, tokenHash: 'x', now: new Date(), expiresAt };
      return rawLink(tx, link);
    });
    expect(made).toBe(false);
  });
});

describe('roles and leaving', () => {
  test('a change counts once, and a stale form is a conflict', async () => {
    const input = { ...who(ours.contributor), roles: ['contributor', 'signatory'] };
    expectOk(await changeColleagueRoles(ours.administrator, input));
    expect((await row(ours.contributor.personId))?.roles).toEqual(input.roles);
    expect(await changeRoles(manager, input)).toMatchObject({ problem: { kind: 'conflict' } });
    expect(await changeRoles(manager, { ...input, version: 2, roles: ['manager'] })).toMatchObject({
      problem: { kind: 'invalid', fields: [{ field: 'roles' }] },
    });
  });

  test('nobody changes their own account, nor anybody elsewhere', async () => {
    const own = { ...who(ours.administrator), roles: ['administrator', 'signatory'] };
    for (const answer of [
      await changeColleagueRoles(ours.administrator, own),
      await deactivateColleague(ours.administrator, own),
    ])
      expect(answer).toMatchObject({ problem: { kind: 'refused', code: 'own_account' } });
    const foreign = { ...who(theirs.person), roles: ['contributor'] };
    const missing = { ...foreign, personId: crypto.randomUUID() };
    const answer = await changeColleagueRoles(ours.administrator, foreign);
    expect(answer).toEqual(await changeColleagueRoles(ours.administrator, missing));
    expect(answer).toMatchObject({ problem: { kind: 'not_found' } });
    expect(await deactivateColleague(ours.administrator, who(assessor))).toEqual(answer);
  });

  test('somebody who leaves is out at once, and can be brought back', async () => {
    const person = theirs.contributor;
    await world.sql`insert into sessions (token_hash, person_id, user_agent, created_at,
      last_seen_at, expires_at) values ('t', ${person.personId}, '', now(), now(), now())`;
    expectOk(await deactivateColleague(theirs.administrator, who(person)));
    const [session] = await world.sql`select ended_at from sessions where token_hash = 't'`;
    expect(session?.ended_at).not.toBeNull();
    expect((await row(person.personId))?.active).toBe(false);
    expect(await makePasswordLink(manager, who(person, 2))).toMatchObject({
      problem: { kind: 'refused', code: 'not_active' },
    });
    expectOk(await reactivatePerson(manager, who(person, 2)));
    expect((await row(person.personId))?.active).toBe(true);
  });

  test('an assessor leaves their cases to the queue, with their due dates', async () => {
    const leaving = await world.staff('Lee', 'assessor');
    const reference = await world.finishedDraft(ours);
    const due_on = '2026-12-07';
    const assigned = { assignee_id: leaving.personId, due_on };
    await world.force(reference, 'in_assessment', assigned);
    const decided = await world.draft(theirs);
    await world.force(decided, 'approved', assigned);
    // Taken back by its supplier: submitted again, it would return to whoever had it.
    const takenBack = await world.draft(ours);
    await world.force(takenBack, 'draft', { assignee_id: leaving.personId });
    expect(expectOk(await deactivatePerson(manager, who(leaving))).cases).toBe(2);
    const [back] = await world.sql`select assignee_id from applications
      where reference = ${takenBack}`;
    expect(back?.assignee_id).toBeNull();
    const [put] = await world.sql`select assignee_id, due_on::text, status from applications
      where reference = ${reference}`;
    expect(put).toEqual({ assignee_id: null, due_on, status: 'in_assessment' });
    const last = (await world.eventsOf(reference)).at(-1);
    expect(last).toMatchObject({ type: 'application.put_back', audience: 'staff' });
    const [old] =
      await world.sql`select assignee_id from applications where reference = ${decided}`;
    expect(old?.assignee_id).toBe(leaving.personId);
  });

  test('looking after somebody waits for nothing that they are writing', async () => {
    const reference = await world.draft(theirs);
    const note = { reference, questionId: null, body: 'Ring them' };
    const patience = new Promise((_, refuse) => setTimeout(refuse, 5000, new Error('it waited')));
    let release = () => {};
    const released = new Promise<void>((done) => {
      release = done;
    });
    let held: Promise<void> = Promise.resolve();
    await new Promise<void>((locked) => {
      held = asActor(manager, async (tx) => {
        await lockPerson(tx, assessor.personId);
        locked();
        await released;
      });
    });
    const written = Promise.race([writeStaffNote(assessor, note), patience as never]);
    await written.finally(release);
    expectOk(await written);
    await held;
  });

  test('the last manager stays, also when two remove each other at once', async () => {
    const other = await world.staff('Milo', 'manager', 'assessor');
    const answers = await Promise.all([
      deactivatePerson(manager, who(other)),
      changeRoles(other, { ...who(manager), roles: ['assessor'] }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const [left] = await world.sql`select count(*)::int as count from people
      where active and 'manager' = any(roles)`;
    expect(left?.count).toBe(1);
    const system = { kind: 'system', name: 'test' } as const;
    const [last] = await world.sql`select id, version from people
      where active and 'manager' = any(roles)`;
    expect(
      await deactivatePerson(system, { personId: last?.id, version: last?.version }),
    ).toMatchObject({ problem: { kind: 'refused', code: 'last_manager' } });
  });
});
