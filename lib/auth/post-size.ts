import { MOST_BYTES_OF_A_FORM } from '@/lib/domain/form-state';

/** More than an address and a password weigh. */
const MOST_BYTES = 10_000;

/**
 * Whether a post to sign in says its length and is not too long: the library would read any length
 * into memory. Browsers always say it, and the server holds them to it.
 */
export function isSignInSized(headers: Headers): boolean {
  const length = headers.get('content-length') ?? '';
  return /^[0-9]{1,9}$/.test(length) && Number(length) <= MOST_BYTES;
}

const isForm = ({ method, headers }: Request): boolean =>
  method === 'POST' &&
  (headers.has('next-action') ||
    /^(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(
      headers.get('content-type') ?? '',
    ));

/** Whether a request is no form, or one that a server action takes; counts a body without a length. */
export async function isFormSized(request: Request): Promise<boolean> {
  if (!isForm(request)) return true;
  const length = request.headers.get('content-length');
  if (length !== null) return Number(length) <= MOST_BYTES_OF_A_FORM;
  return (await readAtMost(request.body, MOST_BYTES_OF_A_FORM)) !== null;
}

/** A body as text; null as soon as it is longer than `most` bytes, and no more of it is read. */
export async function readAtMost(
  body: ReadableStream<Uint8Array> | null,
  most: number,
): Promise<string | null> {
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for (const reader = body?.getReader(); reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > most) {
      // Not waited for: whoever sends it may never end.
      void reader.cancel().catch(() => undefined);
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
  return text + decoder.decode();
}
