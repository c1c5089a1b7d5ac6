/** One part of a form: a field's text, or a file; `name` as a browser would send it. */
export type Part =
  | { field: string; value: string }
  | { field: string; name: string; content: Iterable<Buffer> };

const BOUNDARY = '----a-form-of-a-test';

const quoted = (name: string) => name.replaceAll('"', '%22');

function* bytesOf(parts: readonly Part[]): Generator<Buffer> {
  for (const part of parts) {
    const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${part.field}"`;
    if ('value' in part) yield Buffer.from(`${head}\r\n\r\n${part.value}`);
    else {
      const type = 'Content-Type: application/octet-stream';
      yield Buffer.from(`${head}; filename="${quoted(part.name)}"\r\n${type}\r\n\r\n`);
      yield* part.content;
    }
    yield Buffer.from('\r\n');
  }
  yield Buffer.from(`--${BOUNDARY}--\r\n`);
}

/** So many bytes, piece by piece, so that nobody holds them all. */
export function* filler(count: number, fill = 'x'): Generator<Buffer> {
  const piece = Buffer.alloc(65_536, fill);
  for (let left = count; left > 0; left -= piece.length) yield piece.subarray(0, left);
}

export type SentForm = {
  headers: Headers;
  body: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Bytes that were asked for so far, and whether the reader gave up. */
  sent: () => number;
  cancelled: () => boolean;
};

/**
 * A form on its way, read as fast as its reader asks. After `cutAfter` bytes the sender goes away,
 * or, with `endEarly`, the body ends there as if it were whole.
 */
export function sendForm(
  parts: readonly Part[],
  { cutAfter = Number.POSITIVE_INFINITY, endEarly = false } = {},
): SentForm {
  const pieces = bytesOf(parts);
  let [sent, cancelled] = [0, false];
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        const next = pieces.next();
        if (!next.done && sent < cutAfter) {
          sent += next.value.length;
          controller.enqueue(new Uint8Array(next.value));
        } else if (next.done || endEarly) controller.close();
        else controller.error(new Error('the sender went away'));
      },
      cancel() {
        cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  const headers = new Headers({ 'content-type': `multipart/form-data; boundary=${BOUNDARY}` });
  return { headers, body, sent: () => sent, cancelled: () => cancelled };
}
