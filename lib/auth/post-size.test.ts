import { expect, test } from 'vitest';
import { MOST_BYTES_OF_A_FORM } from '@/lib/domain/form-state';
import { isFormSized, isSignInSized, readAtMost } from './post-size';

test.each([
  ['10000', true],
  ['0', true],
  ['10001', false],
  ['20000000', false],
  ['', false],
  ['-1', false],
  ['1e3', false],
])('a post of %s bytes may be read: %s', (length, fits) => {
  expect(isSignInSized(new Headers({ 'content-length': length }))).toBe(fits);
});

test('a post that does not say its length is not read', () => {
  expect(isSignInSized(new Headers())).toBe(false);
});

/** A body of so many pieces of 1000 bytes, and how many of them were taken. */
function pieces(count: number) {
  const taken = { pieces: 0, ended: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (taken.pieces === count) return controller.close();
        taken.pieces += 1;
        controller.enqueue(new Uint8Array(1000).fill(97));
      },
      cancel() {
        taken.ended = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { body, taken };
}

test('a body is read to its end, also where a letter lies across two pieces', async () => {
  expect(await readAtMost(pieces(3).body, 3000)).toBe('a'.repeat(3000));
  const [first, ...rest] = new TextEncoder().encode('é');
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(Uint8Array.of(first ?? 0));
      controller.enqueue(Uint8Array.from(rest));
      controller.close();
    },
  });
  expect(await readAtMost(body, 2)).toBe('é');
  expect(await readAtMost(null, 2)).toBe('');
});

test('of a body that is too long no more is read than shows it', async () => {
  const { body, taken } = pieces(1000);
  expect(await readAtMost(body, 2999)).toBeNull();
  expect(taken).toEqual({ pieces: 3, ended: true });
});

const MULTIPART = { 'content-type': 'multipart/form-data; boundary=x' };
const post = (headers: Record<string, string>, body?: ReadableStream) =>
  new Request('http://portal.example/apply', {
    method: 'POST',
    headers,
    ...(body && { body, duplex: 'half' }),
  } as RequestInit);

test.each([
  ['a form', MULTIPART],
  ['an older form', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['an action that a script calls', { 'next-action': 'x', 'content-type': 'text/plain' }],
])('%s is held to its limit, with and without a length', async (_name, headers) => {
  const said = (length: number) => post({ ...headers, 'content-length': String(length) });
  expect(await isFormSized(said(MOST_BYTES_OF_A_FORM))).toBe(true);
  expect(await isFormSized(said(MOST_BYTES_OF_A_FORM + 1))).toBe(false);
  expect(await isFormSized(post(headers, pieces(1048).body))).toBe(true);
  expect(await isFormSized(post(headers, pieces(1049).body))).toBe(false);
});

test('what is no form is left to its own handler', async () => {
  const json = { 'content-type': 'application/json', 'content-length': '99999999' };
  expect(await isFormSized(post(json))).toBe(true);
  expect(await isFormSized(new Request('http://portal.example/apply'))).toBe(true);
});
