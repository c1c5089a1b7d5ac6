import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { checkContent } from './check-content';

const text = { get: async () => Readable.from([Buffer.from('The scope of our ISMS.')]) };

test('where too many wait already, a file is not checked, and is once they are done', async () => {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const late = { get: () => gate.then(() => Promise.reject(new Error('away'))) };
  const waiting = Array.from({ length: 42 }, () =>
    checkContent(late, 'key', 'a.txt').catch(String),
  );
  expect(await checkContent(text, 'key', 'a.txt')).toEqual({ ok: false, why: 'busy' });
  letGo();
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(['Error: away']));
  expect(await checkContent(text, 'key', 'a.txt')).toMatchObject({ ok: true });
});
