import { DrizzleQueryError } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { withoutParameters } from './errors';

test("a failed statement's words and parameters never get out; its code does", () => {
  const cause = Object.assign(new Error('duplicate key: (name)=(Jo Bloggs)'), {
    name: 'PostgresError',
    code: '23505',
    constraint_name: 'people_email',
  });
  const failed = new DrizzleQueryError('insert into people values ($1)', ['Jo Bloggs'], cause);
  const shown = withoutParameters(failed) as Error;
  expect(shown.message).toBe('database error 23505 (people_email)');
  expect(`${shown.stack} ${JSON.stringify(shown)} ${String(shown.cause)}`).not.toContain('Bloggs');
});

test('what is no failure of the database passes unchanged', () => {
  const error = new TypeError('x is not a function');
  expect(withoutParameters(error)).toBe(error);
});
