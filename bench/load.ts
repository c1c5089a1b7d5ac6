import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { processorMs } from './processor';

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };
export type Ask = {
  method?: 'GET' | 'POST';
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
};
export type Client = (path: string, ask?: Ask) => Promise<Answer>;

export const CONNECTIONS = 16;

/** Asks one server on this machine over kept connections. */
export function clientOf(port: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const ask: Client = (path, given = {}) =>
    new Promise((resolve, reject) => {
      const { method = 'GET', headers = {}, body } = given;
      const asked = request(
        {
          agent,
          host: '127.0.0.1',
          port,
          path,
          method,
          headers: {
            host: `localhost:${port}`,
            ...headers,
            ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
          },
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part) => parts.push(part));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(parts),
            }),
          );
          response.on('error', reject);
        },
      );
      asked.on('error', (error: NodeJS.ErrnoException) => {
        // The server may close a connection that waited, just as it is used again.
        if (asked.reusedSocket && error.code === 'ECONNRESET') resolve(ask(path, given));
        else reject(error);
      });
      asked.end(body);
    });
  return ask;
}

export type Measure = {
  perSecond: number;
  medianMs: number;
  slowMs: number;
  /** Processor time a request takes, of the server and the database together. */
  processorMs: number;
};
export type Limits = { seconds: number; requests?: number };

/** Runs one job on all connections until a limit is reached; a job that fails ends the bench. */
export async function measure(
  job: (connection: number) => Promise<void>,
  pids: readonly number[],
  { seconds, requests = Number.POSITIVE_INFINITY }: Limits,
): Promise<Measure> {
  const times: number[] = [];
  const worked = processorMs(pids);
  const began = performance.now();
  const until = began + seconds * 1000;
  const work = async (connection: number) => {
    while (performance.now() < until && times.length < requests) {
      const start = performance.now();
      await job(connection);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, (_, connection) => work(connection)));
  const took = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return {
    perSecond: times.length / took,
    medianMs: at(0.5),
    slowMs: at(0.95),
    processorMs: (processorMs(pids) - worked) / times.length,
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}
