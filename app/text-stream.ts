const PIECE = 65_536;

/** Text as it is made, in pieces of some 64 kB and no faster than it is taken; ends with whoever asked. */
export function textStream(text: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const parts = text[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      let piece = '';
      while (piece.length < PIECE) {
        const next = await parts.next();
        if (next.done) {
          if (piece) controller.enqueue(encoder.encode(piece));
          return controller.close();
        }
        piece += next.value;
      }
      controller.enqueue(encoder.encode(piece));
    },
    cancel: async () => void (await parts.return?.()),
  });
}
