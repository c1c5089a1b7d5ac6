import postgres from 'postgres';
import { expect, test } from 'vitest';
import { loginFaults } from './login-check';
import { pendingMigrations } from './migrate';
import { testDatabase } from './testing';

test('the app login passes; superuser, owner, their members and BYPASSRLS are refused', async () => {
  const database = await testDatabase();
  const sql = postgres(database.superuserUrl, { max: 1, onnotice: () => {} });
  const as = (name: string) => {
    const url = new URL(database.superuserUrl);
    url.username = name;
    url.password = 'a-password';
    return url.href;
  };
  const name = `login_${database.name}`;
  try {
    await sql.unsafe(`create table owned (); alter table owned owner to portal_owner`);
    expect((await loginFaults(database.appUrl)).faults).toEqual([]);
    expect((await loginFaults(database.superuserUrl)).faults).toEqual(['is a superuser']);
    expect((await loginFaults(database.ownerUrl)).faults[0]).toContain('owns tables');

    await sql.unsafe(`create role ${name} login bypassrls password 'a-password'`);
    await sql.unsafe(`grant connect on database ${database.name} to ${name}`);
    expect(await loginFaults(as(name))).toEqual({ login: name, faults: ['has BYPASSRLS'] });
    await sql.unsafe(`alter role ${name} nobypassrls`);
    expect((await loginFaults(as(name))).faults).toEqual([]);
    await sql.unsafe(`grant portal_owner to ${name} with inherit false, set true`);
    expect((await loginFaults(as(name))).faults[0]).toContain('may become who owns them');
  } finally {
    await sql.unsafe(`drop owned by ${name}; drop role ${name}`);
    await sql.end();
    await database.drop();
  }
});

test('the app login can tell which migrations are pending, and changes none of that', async () => {
  const database = await testDatabase();
  const sql = postgres(database.appUrl, { max: 1, onnotice: () => {} });
  try {
    expect(await pendingMigrations(database.appUrl)).toEqual([]);
    await expect(sql`delete from drizzle.__drizzle_migrations`).rejects.toThrow(
      'permission denied',
    );
    const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
    await owner`delete from drizzle.__drizzle_migrations`;
    await owner.end();
    expect(await pendingMigrations(database.appUrl)).toContain('0000_spine');
  } finally {
    await sql.end();
    await database.drop();
  }
});
