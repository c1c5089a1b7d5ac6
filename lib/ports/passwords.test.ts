import { expect, test } from 'vitest';
import { hashPassword, PasswordsBusy, verifyPassword } from './passwords';

test('a hash is argon2id with at least the recommended cost, and never the same twice', async () => {
  const [one, two] = [await hashPassword('three words'), await hashPassword('three words')];
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(two);
  expect(await verifyPassword(one, 'three words')).toBe(true);
  expect(await verifyPassword(one, 'three word')).toBe(false);
});

test('without a hash the same work is done, and the answer is no, whatever is typed', async () => {
  expect(await verifyPassword(null, 'nobody has this password')).toBe(false);
});

test('too many at once are asked to come back, and all the others are served', async () => {
  const kept = await hashPassword('three words');
  const answers = await Promise.allSettled(
    Array.from({ length: 100 }, () => verifyPassword(kept, 'three words')),
  );
  const busy = answers.filter(
    (answer) => answer.status === 'rejected' && answer.reason instanceof PasswordsBusy,
  );
  const served = answers.filter((answer) => answer.status === 'fulfilled' && answer.value);
  expect([served.length, busy.length]).toEqual([42, 58]);
  expect(await verifyPassword(kept, 'three words')).toBe(true);
});
