import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * How the bucket behaves: as it should, answering errors, not at all, ending the answer to a read
 * half-way, refusing the third part of a file sent in parts, or hanging up.
 */
export type BucketMood = 'well' | 'errors' | 'silent' | 'cut_off' | 'no_third_part' | 'hangs_up';

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const xml = (response: ServerResponse, status: number, text: string) =>
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(`<?xml version="1.0" encoding="UTF-8"?>${text}`);

/** An S3-compatible service on this machine that speaks just enough: whole files, and in parts. */
export async function startBucket() {
  const files = new Map<string, Buffer>();
  const uploads = new Map<string, Map<number, Buffer>>();
  /** When a file was kept, where a test says so; otherwise now. */
  const dates = new Map<string, Date>();
  let mood: BucketMood = 'well';
  let count = 0;

  /** Two to a page, so that whoever asks has to go on; the marker is the last key of a page. */
  function list(response: ServerResponse, url: URL) {
    const prefix = url.searchParams.get('prefix') ?? '';
    const after = url.searchParams.get('continuation-token') ?? '';
    const names = [...files.keys()].map((name) => name.split('/').slice(2).join('/')).sort();
    const left = names.filter((name) => name.startsWith(prefix) && name > after);
    const page = left.slice(0, 2);
    const contents = page.map((name) => {
      const at = dates.get(`${url.pathname.replace(/\/$/, '')}/${name}`) ?? new Date();
      return `<Contents><Key>${name}</Key><LastModified>${at.toISOString()}</LastModified></Contents>`;
    });
    const more = left.length > page.length;
    const next = more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
    const all = `<IsTruncated>${more}</IsTruncated>${next}${contents.join('')}`;
    return xml(response, 200, `<ListBucketResult>${all}</ListBucketResult>`);
  }

  function get(response: ServerResponse, key: string) {
    const file = files.get(key);
    if (!file) return xml(response, 404, '<Error><Code>NoSuchKey</Code></Error>');
    response.writeHead(200, { 'content-length': file.length });
    if (mood !== 'cut_off') return response.end(file);
    return response.write(file.subarray(0, file.length / 2), () => response.destroy());
  }

  async function put(request: IncomingMessage, response: ServerResponse, key: string, url: URL) {
    const body = await bodyOf(request);
    const parts = uploads.get(url.searchParams.get('uploadId') ?? '');
    const number = Number(url.searchParams.get('partNumber'));
    if (parts && number === 3 && mood === 'no_third_part') {
      return xml(response, 400, '<Error><Code>EntityTooLarge</Code></Error>');
    }
    if (parts) parts.set(number, body);
    else files.set(key, body);
    return response.writeHead(200, { etag: `"${number}-${body.length}"` }).end();
  }

  async function post(request: IncomingMessage, response: ServerResponse, key: string, url: URL) {
    await bodyOf(request);
    const id = url.searchParams.get('uploadId');
    const parts = uploads.get(id ?? '');
    if (id === null) {
      count += 1;
      uploads.set(`upload-${count}`, new Map());
      const made = `<UploadId>upload-${count}</UploadId>`;
      return xml(
        response,
        200,
        `<InitiateMultipartUploadResult>${made}</InitiateMultipartUploadResult>`,
      );
    }
    if (!parts) return xml(response, 404, '<Error><Code>NoSuchUpload</Code></Error>');
    const inOrder = [...parts].sort(([one], [other]) => one - other);
    files.set(key, Buffer.concat(inOrder.map(([, part]) => part)));
    uploads.delete(id);
    return xml(response, 200, '<CompleteMultipartUploadResult></CompleteMultipartUploadResult>');
  }

  function remove(response: ServerResponse, key: string, url: URL) {
    const id = url.searchParams.get('uploadId');
    if (id === null) files.delete(key);
    else uploads.delete(id);
    return response.writeHead(204).end();
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const key = decodeURIComponent(url.pathname);
    if (mood === 'hangs_up') return request.socket.destroy();
    if (mood === 'silent') return request.resume();
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256')) {
      return xml(response, 403, '<Error><Code>AccessDenied</Code></Error>');
    }
    if (mood === 'errors') {
      await bodyOf(request);
      return xml(response, 503, '<Error><Code>SlowDown</Code></Error>');
    }
    if (url.searchParams.get('list-type') === '2') return list(response, url);
    if (request.method === 'GET') return get(response, key);
    if (request.method === 'PUT') return put(request, response, key, url);
    if (request.method === 'POST') return post(request, response, key, url);
    return remove(response, key, url);
  }

  const server = createServer((request, response) => {
    // Whoever sends may break off; that is theirs to notice.
    void answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    files,
    uploads,
    dates,
    behave: (next: BucketMood) => {
      mood = next;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
