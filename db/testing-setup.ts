import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { startTestCluster, type TestCluster } from './embedded-template';

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface merges with vitest's.
  export interface ProvidedContext {
    databases: string;
  }
}

/**
 * Vitest's global setup: hands databases to test files, which run in processes of their own. The
 * cluster starts with the first request, so that a run of pure tests does not wait for it.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let cluster: Promise<TestCluster> | undefined;
  const start = () => startTestCluster(fileURLToPath(new URL('../.data', import.meta.url)));
  const answer = async (path: string): Promise<unknown> => {
    cluster ??= start();
    const { create, drop } = await cluster;
    if (path === '/create') return create();
    await drop(path.replace(/^\/drop\//, '').replace(/\W/g, ''));
    return {};
  };
  const server = createServer((request, response) => {
    answer(request.url ?? '').then(
      (made) => response.end(JSON.stringify(made)),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  project.provide('databases', `http://127.0.0.1:${port}`);
  return async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await (await cluster?.catch(() => undefined))?.stop();
  };
}
